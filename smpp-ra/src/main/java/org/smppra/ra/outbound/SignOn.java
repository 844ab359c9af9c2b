package org.smppra.ra.outbound;

import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.SecurityException;
import jakarta.resource.spi.security.PasswordCredential;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Who a connection is for: the container's sign-on wins over the application's, and both over the properties. A credential
 * without a name is nobody's: GlassFish and Payara give one for every pool that has no user.
 */
record SignOn(@Nullable Subject subject, @Nullable ConnectionRequestInfo request) {
    /**
     * @return null: whom the properties name
     * @throws SecurityException if the container signs on, but not to this factory
     */
    @Nullable
    AccountRequest at(ManagedConnectionFactory factory) throws SecurityException {
        Set<PasswordCredential> credentials =
                subject == null ? Set.of() : subject.getPrivateCredentials(PasswordCredential.class);
        boolean foreign = false;
        for (PasswordCredential each : credentials) {
            ManagedConnectionFactory meant = each.getManagedConnectionFactory();
            boolean isForUs = meant == null || factory.equals(meant);
            if (isForUs && !isNobody(each)) {
                char[] password = each.getPassword();
                return new AccountRequest(each.getUserName(), password == null ? "" : new String(password));
            }
            foreign |= !isForUs;
        }
        if (foreign) {
            throw new SecurityException("the container's credential is for another connection factory");
        }
        if (request != null && !(request instanceof AccountRequest)) {
            throw new SecurityException("not a request of this adapter: " + request.getClass());
        }
        return (AccountRequest) request;
    }

    private static boolean isNobody(PasswordCredential credential) {
        String name = credential.getUserName();
        return name == null || name.isEmpty();
    }
}

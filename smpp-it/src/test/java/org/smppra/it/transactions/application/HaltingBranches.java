package org.smppra.it.transactions.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** Prepared branches, a file each, named as the branch is. */
final class HaltingBranches {
    private final Path directory;

    HaltingBranches(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    void prepare(Xid xid) throws XAException {
        try {
            Files.createFile(file(xid));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void end(Xid xid) throws XAException {
        try {
            Files.deleteIfExists(file(xid));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    Xid[] prepared() throws XAException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> BranchName.read(file.getFileName().toString()))
                    .toArray(Xid[]::new);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Path file(Xid xid) {
        return directory.resolve(BranchName.of(xid).toString());
    }

    private static XAException failed(IOException e) {
        XAException failed = new XAException(XAException.XAER_RMERR);
        failed.initCause(e);
        return failed;
    }

    /** How the coordinator finds the branches after a restart. */
    com.arjuna.ats.jta.recovery.XAResourceRecoveryHelper recovery() {
        return new com.arjuna.ats.jta.recovery.XAResourceRecoveryHelper() {
            @Override
            public boolean initialise(String parameters) {
                return true;
            }

            @Override
            public XAResource[] getXAResources() {
                return new XAResource[] {
                    new HaltingResource(HaltingBranches.this, HaltingResource.Point.NOWHERE, () -> {})
                };
            }
        };
    }

    /** A branch's three parts, as the name of a file. */
    private record BranchName(int formatId, String global, String qualifier) implements Xid {
        static BranchName of(Xid xid) {
            HexFormat hex = HexFormat.of();
            return new BranchName(
                    xid.getFormatId(),
                    hex.formatHex(xid.getGlobalTransactionId()),
                    hex.formatHex(xid.getBranchQualifier()));
        }

        static BranchName read(String name) {
            List<String> parts = List.of(name.split("_", -1));
            return new BranchName(Integer.parseInt(parts.get(0)), parts.get(1), parts.get(2));
        }

        @Override
        public int getFormatId() {
            return formatId;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return HexFormat.of().parseHex(global);
        }

        @Override
        public byte[] getBranchQualifier() {
            return HexFormat.of().parseHex(qualifier);
        }

        @Override
        public String toString() {
            return formatId + "_" + global + "_" + qualifier;
        }
    }
}

package org.smppra.sample;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.smppra.DeliveryReceipt;

/** The only class that knows the database. Each call is, or joins, a transaction. */
@Stateless
public class MessageStore {
    /**
     * The id tells most. Where an answer never came there is none: then the reference tells, unless the report's id is
     * that of another message with the same reference. Not every provider compares a field by {@code member of}.
     */
    private static final String REPORTS_OF_A_MESSAGE =
            """
            select r from Report r, SentMessage s
            where s.submissionId = :submissionId
              and (r.submissionId = s.submissionId
                or exists (select m from SentMessage m join m.messageIds known
                  where m.submissionId = s.submissionId and known = r.messageId)
                or (s.state <> 'ACCEPTED' and r.reference = s.reference and r.submissionId is null
                  and not exists (select o from SentMessage o join o.messageIds known where known = r.messageId)))
            order by r.receivedAt, r.number""";

    @PersistenceContext
    private EntityManager database;

    public void add(SentMessage message) {
        database.persist(message);
    }

    /**
     * Keeps a report once, however often it is delivered. Should two threads come here with the same one, the unique
     * constraint fails the later; it is rolled back, delivered again, and found here.
     */
    public void add(DeliveryReceipt receipt) {
        boolean known = !database.createQuery(
                        "select r.number from Report r where r.deduplicationKey = :key", Long.class)
                .setParameter("key", receipt.deduplicationKey())
                .getResultList()
                .isEmpty();
        if (!known) {
            database.persist(new Report(receipt));
        }
    }

    public Optional<SentMessage> find(String submissionId) {
        return Optional.ofNullable(database.find(SentMessage.class, submissionId));
    }

    /** In order of arrival. */
    public List<Report> reportsOf(SentMessage message) {
        return database.createQuery(REPORTS_OF_A_MESSAGE, Report.class)
                .setParameter("submissionId", message.submissionId())
                .getResultList();
    }

    /** In order of arrival; also reports of messages that were not sent from here. */
    public List<Report> reportsWithMessageId(String messageId) {
        return database.createQuery(
                        "select r from Report r where r.messageId = :messageId order by r.receivedAt, r.number",
                        Report.class)
                .setParameter("messageId", messageId)
                .getResultList();
    }
}

using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Idempotency;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Persons;
using Kim.ServiceKit.Profile;

namespace Kim.ServiceKit.Fields;

/// <summary>The classes of the kit's own tables. A stored answer holds what the answer held; an event is pseudonymous and may hold special facts.</summary>
internal static class KitFields
{
    public static void Apply(FieldMap fields) => fields
        .Plain<ProfileImport>()
        .Plain<InboxMessage>()
        .Plain<AuditSeal>()
        .Plain<ErasedReference>()
        .Of<Account>(plain: "Version Active DisabledVersion", personal: "Roles Organisation Team Ags Position")
        .Of<AuditEntry>(plain: "Id At Action Operation Purpose Subject SubjectId TraceId Xid", personal: "AccountId Roles", restricted: "TermsHash")
        .Of<IdempotencyKey>(plain: "AccountId Key Status ContentType ETag CreatedAt", restricted: "Route BodyHash Location Body")
        .Of<OutboxMessage>(special: "*")
        .Of<ParkedMessage>(
            plain: "MessageId Queue Type Cause ExceptionType Attempts Redrives OccurredAt ParkedAt TraceParent BodyBytes State DecidedAt DecidedBy",
            personal: "Reason", special: "Body");
}

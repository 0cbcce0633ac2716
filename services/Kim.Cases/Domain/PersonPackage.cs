namespace Kim.Cases.Domain;

/// <summary>The copy of a person's data over all services (Art. 15 DSGVO): asked for, collected in the background, fetched, and dropped after its days.</summary>
public sealed class PersonPackage
{
    /// <summary>Days for which a finished package can be fetched.</summary>
    public const int DaysKept = 14;

    /// <summary>It is being collected.</summary>
    public const string Collecting = "COLLECTING";

    /// <summary>It can be fetched.</summary>
    public const string Ready = "READY";

    private PersonPackage()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid RequestedBy { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>The next try, while a service does not answer; null once it is done.</summary>
    public DateTimeOffset? TryAt { get; private set; }

    /// <summary>Services that have not answered.</summary>
    public List<string> WaitingFor { get; private set; } = [];

    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>First day on which it is gone.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The whole as JSON: one member per file.</summary>
    public string? Content { get; private set; }

    public string State => ReadyAt is null ? Collecting : Ready;

    public static PersonPackage Ask(Guid caseId, Act act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        CaseId = caseId,
        RequestedBy = act.By,
        RequestedAt = act.At,
        TryAt = act.At,
    };

    /// <summary>Some service did not answer: a package with a hole in it is no answer to the person.</summary>
    public void Wait(IReadOnlyList<string> services, DateTimeOffset tryAt) => (WaitingFor, TryAt) = ([.. services], tryAt);

    public void Finish(string content, DateTimeOffset at, DateOnly today)
    {
        (Content, ReadyAt, ExpiresOn, TryAt, WaitingFor) = (content, at, today.AddDays(DaysKept), null, []);
    }
}

using System.Text.Json.Nodes;

namespace Kim.Portal.Api;

/// <summary>A message that a service could not deal with.</summary>
public sealed record ParkedRow
{
    public Guid Id { get; init; }

    public Guid? MessageId { get; init; }

    public string Type { get; init; } = "";

    public string Queue { get; init; } = "";

    public string Cause { get; init; } = "";

    public string? ExceptionType { get; init; }

    public int Attempts { get; init; }

    public int Redrives { get; init; }

    public DateTimeOffset ParkedAt { get; init; }

    public long AgeSeconds { get; init; }

    public string State { get; init; } = "";
}

/// <summary>One such message with the shape of its body; every value in it is masked.</summary>
public sealed record ParkedDetails
{
    public ParkedRow Message { get; init; } = new();

    public int BodyBytes { get; init; }

    public JsonNode? Body { get; init; }

    public string? TraceParent { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public string? Reason { get; init; }
}

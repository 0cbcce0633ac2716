namespace Kim.Network.Reference;

/// <summary>A group that was heard on the concept (S-51).</summary>
internal sealed class Stakeholder
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? ActorType { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

/// <summary>A conference or an external evaluation (S-04, S-50).</summary>
internal sealed class Conference
{
    public required string Key { get; init; }

    /// <summary>CONFERENCE or EVALUATION.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public string? Subject { get; init; }

    public DateOnly? HeldOn { get; init; }

    public List<string> Organisations { get; init; } = [];

    public List<Speaker> Speakers { get; init; } = [];

    /// <summary>Word by word.</summary>
    public List<string> Quotes { get; init; } = [];

    public string? Url { get; init; }

    public string? Note { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

/// <summary>A speaker or author, as published.</summary>
/// <param name="Name">Name.</param>
/// <param name="Organisation">Key of the organisation.</param>
public sealed record Speaker(string Name, string? Organisation);

/// <summary>A text that guides the work (S-02, S-16, S-33 to S-38, S-45).</summary>
internal sealed class GuidingText
{
    public required string Key { get; init; }

    /// <summary>GUIDING_IDEA, MANDATE, PURPOSE, GOAL, METHOD or DUTY.</summary>
    public required string Kind { get; init; }

    public string? Area { get; init; }

    public required string Text { get; init; }

    public string? Programme { get; init; }

    public List<string> ActorTypes { get; init; } = [];

    public string? Note { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

/// <summary>A film, picture, catalogue or page (S-03, S-06, S-52, D-17).</summary>
internal sealed class Medium
{
    public required string Key { get; init; }

    /// <summary>FILM, IMAGE, CATALOGUE or HOMEPAGE.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? Programme { get; init; }

    public string? Organisation { get; init; }

    /// <summary>Null while nobody has entered the link.</summary>
    public string? Url { get; init; }

    public string? Note { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

/// <summary>Where a uniform Hilfeplan procedure exists (D-16).</summary>
internal sealed class HilfeplanSource
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>YES, PARTLY or NO.</summary>
    public required string Uniform { get; init; }

    public string? Rechtskreis { get; init; }

    public string? Provision { get; init; }

    public List<string> ActorTypes { get; init; } = [];

    public string? Note { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

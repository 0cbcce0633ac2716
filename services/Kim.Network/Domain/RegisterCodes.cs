namespace Kim.Network.Domain;

/// <summary>How a group took the concept (S-51 to S-63).</summary>
internal static class Attitude
{
    /// <summary>A positive answer.</summary>
    public const string Support = "SUPPORT";

    /// <summary>A worry.</summary>
    public const string Worry = "WORRY";

    /// <summary>A rejection.</summary>
    public const string Rejection = "REJECTION";

    /// <summary>A request to the Kreis.</summary>
    public const string Request = "REQUEST";

    /// <summary>Shown and discussed; no attitude was recorded.</summary>
    public const string Neutral = "NEUTRAL";

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All = [Support, Worry, Rejection, Request, Neutral];
}

/// <summary>What a statement of the consultation log is about.</summary>
internal static class ConsultationTopic
{
    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "KONZEPT", "ZIELGRUPPE", "HAERTEFALL", "EINZELFALL", "NETZWERK", "TEILHABEKONFERENZ", "ANBINDUNG", "DOPPELSTRUKTUREN", "VERTRAUEN",
        "VERFAHREN", "FINANZIERUNG", "SONSTIGES",
    ];
}

/// <summary>States of a next step (S-64 to S-67).</summary>
internal static class StepState
{
    /// <summary>Not begun.</summary>
    public const string Open = "OPEN";

    /// <summary>Under way.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Done.</summary>
    public const string Done = "DONE";

    /// <summary>Given up, with a reason.</summary>
    public const string Dropped = "DROPPED";

    /// <summary>All codes.</summary>
    public static readonly IReadOnlyList<string> All = [Open, InProgress, Done, Dropped];

    /// <summary>Where a step may go; what was closed can be opened again.</summary>
    public static IReadOnlyList<string> After(string state) => state switch
    {
        Open => [InProgress, Done, Dropped],
        InProgress => [Open, Done, Dropped],
        _ => [Open],
    };
}

namespace Kim.Naturalisation.Domain.Procedure;

/// <summary>States of a procedure, from the referral to the hand-over of the Urkunde.</summary>
public static class ProcedureStates
{
    /// <summary>The referral has arrived.</summary>
    public const string Received = "EINGEGANGEN";

    /// <summary>A consultation was held.</summary>
    public const string Counselled = "BERATUNG";

    /// <summary>An application was filed.</summary>
    public const string Applied = "ANTRAG";

    /// <summary>Decided: GRANTED, REFUSED or WITHDRAWN.</summary>
    public const string Decided = "ENTSCHEIDUNG";

    /// <summary>The Urkunde was handed over: the naturalisation is effective (§ 16 StAG).</summary>
    public const string HandedOver = "AUSHAENDIGUNG";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Received, Counselled, Applied, Decided, HandedOver];

    /// <summary>The states that may follow.</summary>
    /// <param name="state">The state.</param>
    /// <param name="outcome">The decision, if there is one: only a granted naturalisation can be handed over.</param>
    public static IReadOnlyList<string> NextSteps(string state, string? outcome) => (state, outcome) switch
    {
        (Received, _) => [Counselled],
        (Counselled, _) => [Counselled, Applied],
        (Applied, _) => [Decided],
        (Decided, DecisionOutcomes.Granted) => [HandedOver],
        _ => [],
    };
}

/// <summary>How a procedure was decided.</summary>
public static class DecisionOutcomes
{
    /// <summary>Naturalisation is granted.</summary>
    public const string Granted = "GRANTED";

    /// <summary>The application is refused.</summary>
    public const string Refused = "REFUSED";

    /// <summary>The applicant took the application back.</summary>
    public const string Withdrawn = "WITHDRAWN";
}

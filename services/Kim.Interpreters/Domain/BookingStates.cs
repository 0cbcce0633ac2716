namespace Kim.Interpreters.Domain;

/// <summary>States of a booking (domain.md 6.3) and the steps that lead from one to the next.</summary>
public static class BookingStates
{
    public const string Received = "EINGEGANGEN";
    public const string Approved = "BEWILLIGT";
    public const string Declined = "ABGELEHNT";
    public const string Offered = "ANGEBOTEN";
    public const string Accepted = "ZUGESAGT";
    public const string Confirmed = "BESTAETIGT";
    public const string ProofSubmitted = "NACHWEIS_EINGEREICHT";
    public const string Verified = "GEPRUEFT";
    public const string Paid = "AUSGEZAHLT";
    public const string Cancelled = "STORNIERT";
    public const string Unserved = "NICHT_VERMITTELBAR";

    private static readonly Dictionary<string, string[]> Steps = new()
    {
        [Received] = [Approved, Declined, Cancelled],
        [Approved] = [Offered, Unserved, Cancelled],
        [Offered] = [Offered, Accepted, Unserved, Cancelled],
        [Accepted] = [Confirmed, Cancelled],
        [Confirmed] = [ProofSubmitted, Cancelled],
        [ProofSubmitted] = [Verified],
        [Verified] = [Paid],
        [Paid] = [],
        [Declined] = [],
        [Cancelled] = [],
        [Unserved] = [],
    };

    /// <summary>All codes in the order of the procedure, side states last.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Received, Approved, Offered, Accepted, Confirmed, ProofSubmitted, Verified, Paid, Declined, Cancelled, Unserved,
    ];

    /// <summary>The steps allowed from a state.</summary>
    public static IReadOnlyList<string> NextSteps(string state) => Steps[state];

    /// <summary>Whether one step leads from the first state to the second.</summary>
    public static bool MayMove(string from, string to) => Steps[from].Contains(to);

    /// <summary>The talk has not been proven yet: the requester may still change or cancel.</summary>
    public static bool BeforeProof(string state) => Steps[state].Contains(Cancelled);
}

namespace Kim.Network.Reference;

/// <summary>An Act with what it funds, limited or permanent (S-15, S-17).</summary>
internal sealed class LegalBasis
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Short { get; init; }

    public DateOnly? AdoptedOn { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Exclusive; null is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    public string? Successor { get; init; }

    public List<FundedSubject> Fundings { get; init; } = [];

    public string? Note { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

/// <summary>What an Act funds.</summary>
/// <param name="Subject">KI, EHRENAMT, DOLMETSCHERPOOL or KIM.</param>
/// <param name="Title">Title.</param>
/// <param name="Permanence">BEFRISTET or VERSTETIGT.</param>
/// <param name="Provision">Section of the Act.</param>
/// <param name="Assumed">Still to be confirmed.</param>
/// <param name="Sources">Where it stands.</param>
public sealed record FundedSubject(string Subject, string Title, string Permanence, string? Provision, bool Assumed, IReadOnlyList<string> Sources);

/// <summary>A programme with its Bausteine (S-25 to S-32, S-39 to S-44, A-4, A-5).</summary>
internal sealed class Programme
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Funder { get; init; }

    public string? TargetGroup { get; init; }

    public int? AgeFrom { get; init; }

    public int? AgeUntil { get; init; }

    public List<string> Statuses { get; init; } = [];

    public DateOnly? ValidFrom { get; init; }

    /// <summary>Exclusive; null is open. The Bausteine may end on other days.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>BEFRISTET or VERSTETIGT.</summary>
    public string? Permanence { get; init; }

    public string? Forerunner { get; init; }

    public List<CaseRole> Roles { get; init; } = [];

    public List<UsePeriod> UsagePeriods { get; init; } = [];

    public List<ProgrammePart> Components { get; init; } = [];

    public string? Note { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

/// <summary>A role in a case that a programme pays for (D-13, D-14).</summary>
/// <param name="Key">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="LegendMarker">Marker of the strategy picture.</param>
/// <param name="Positions">Keys of the positions.</param>
/// <param name="Sources">Where it stands.</param>
public sealed record CaseRole(string Key, string Title, string? LegendMarker, IReadOnlyList<string> Positions, IReadOnlyList<string> Sources);

/// <summary>A version of a Verwendungszeitraum (S-13, A-2).</summary>
/// <param name="KnownFrom">Day from which it was known.</param>
/// <param name="From">First day of use.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="ProofDueOn">Day on which the proof is due.</param>
/// <param name="Assumed">Still to be confirmed.</param>
/// <param name="Sources">Where it stands.</param>
public sealed record UsePeriod(DateOnly KnownFrom, DateOnly From, DateOnly Until, DateOnly? ProofDueOn, bool Assumed, IReadOnlyList<string> Sources);

/// <summary>A Baustein; NO_OFFER is shown, not left out (S-31).</summary>
public sealed record ProgrammePart
{
    public required string Key { get; init; }

    public required int Number { get; init; }

    public string? Code { get; init; }

    public string? PartOf { get; init; }

    public string? Module { get; init; }

    public required string Title { get; init; }

    [Description("OFFERED, COMPLETED, NO_OFFER ('kein Angebot') or NOT_STATED.")]
    public required string State { get; init; }

    public IReadOnlyList<string> Offers { get; init; } = [];

    public IReadOnlyList<Carrier> Carriers { get; init; } = [];

    public DateOnly? ValidFrom { get; init; }

    [Description("Exclusive.")]
    public DateOnly? ValidUntil { get; init; }

    public string? Note { get; init; }

    public bool Assumed { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>Who carries a Baustein.</summary>
/// <param name="Organisation">Key of the organisation.</param>
/// <param name="Fte">VZÄ, if stated.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Exclusive; null is open.</param>
public sealed record Carrier(string Organisation, decimal? Fte, DateOnly? ValidFrom, DateOnly? ValidUntil);

/// <summary>A label of the strategy picture.</summary>
internal sealed class DiagramLevel
{
    public required string Key { get; init; }

    public required string Label { get; init; }
}

/// <summary>A box of the strategy picture (D-1 to D-17) with what it stands for.</summary>
internal sealed class DiagramBox
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Content { get; init; }

    public required string Level { get; init; }

    public bool LevelInferred { get; init; }

    public string? LegendMarker { get; init; }

    public List<string> Committees { get; init; } = [];

    public List<string> Organisations { get; init; } = [];

    public List<string> Positions { get; init; } = [];

    public string? Programme { get; init; }

    public string? Media { get; init; }

    /// <summary>NONE, PARTLY or ALL of it acts with public authority (D-15).</summary>
    public string? Hoheitlich { get; init; }

    public int Position { get; init; }

    public List<string> Sources { get; init; } = [];
}

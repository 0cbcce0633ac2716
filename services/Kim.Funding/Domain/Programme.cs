namespace Kim.Funding.Domain;

/// <summary>A funding programme with its Bausteine; its end may differ per Baustein .</summary>
public sealed class Programme
{
    private Programme()
    {
    }

    public string Key { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Key of the funding organisation.</summary>
    public string? Funder { get; private set; }

    public ProgrammeTarget Target { get; private set; } = new(null, null, null, []);

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Exclusive; null is open (verstetigt).</summary>
    public DateOnly? ValidUntil { get; private set; }

    public IReadOnlyList<ProgrammeComponent> Components { get; private set; } = [];

    public Provenance Provenance { get; private set; } = Provenance.Office;

    /// <summary>A programme.</summary>
    public static Programme Of(string key) => new() { Key = key };

    /// <summary>Its content.</summary>
    public Programme Define(string title, string? funder, ProgrammeTarget target, IReadOnlyList<ProgrammeComponent> components)
    {
        (Title, Funder, Target, Components) = (title, funder, target, components);
        return this;
    }

    /// <summary>When it runs, and where that stands.</summary>
    public Programme Run(DateOnly? validFrom, DateOnly? validUntil, Provenance provenance)
    {
        (ValidFrom, ValidUntil, Provenance) = (validFrom, validUntil, provenance);
        return this;
    }

    /// <summary>Whether it runs on a day.</summary>
    public bool RunsOn(DateOnly day) => Period.Holds(ValidFrom, ValidUntil, day);
}

/// <summary>For whom a programme is.</summary>
/// <param name="Text">In words, German.</param>
/// <param name="AgeFrom">Least age in years.</param>
/// <param name="AgeUntil">Greatest age in years; whether it belongs to the band is a setting .</param>
/// <param name="Statuses">Residence status codes; empty means any.</param>
public sealed record ProgrammeTarget(string? Text, int? AgeFrom, int? AgeUntil, IReadOnlyList<string> Statuses);

/// <summary>A Baustein.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Number">Number within the programme.</param>
/// <param name="Title">German.</param>
/// <param name="State">OFFERED, COMPLETED or NO_OFFER.</param>
/// <param name="Offers">Keys of the offers.</param>
/// <param name="Carriers">Who carries it when.</param>
/// <param name="Provenance">Sources and marks.</param>
public sealed record ProgrammeComponent(
    string Key, int Number, string Title, string State, IReadOnlyList<string> Offers, IReadOnlyList<ProgrammeCarrier> Carriers, Provenance Provenance)
{
    /// <summary>No carrier offers it on the day: shown as 'kein Angebot', never left out (S-31).</summary>
    public bool OfferedOn(DateOnly day) => StateOn(day) == Offered;

    /// <summary>A carrier offers it.</summary>
    public const string Offered = "OFFERED";

    /// <summary>Nobody offers it here.</summary>
    public const string NoOffer = "NO_OFFER";

    /// <summary>Its state on a day: OFFERED, PLANNED (not begun), ENDED, COMPLETED or NO_OFFER.</summary>
    public string StateOn(DateOnly day)
    {
        if (State == NoOffer || Carriers.Count == 0) return State == Offered ? NoOffer : State;
        if (Carriers.Any(carrier => Period.Holds(carrier.ValidFrom, carrier.ValidUntil, day))) return Offered;
        if (Carriers.All(carrier => carrier.ValidUntil is { } until && until <= day)) return State == "COMPLETED" ? State : "ENDED";
        return "PLANNED";
    }
}

/// <summary>A carrier of a Baustein.</summary>
/// <param name="Organisation">Key of the organisation.</param>
/// <param name="Vzae">VZÄ, if stated.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Exclusive.</param>
public sealed record ProgrammeCarrier(string Organisation, decimal? Vzae, DateOnly? ValidFrom, DateOnly? ValidUntil);

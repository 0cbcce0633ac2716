using Kim.Funding.Domain;

namespace Kim.Funding.Tests.Domain;

/// <summary>Positions and modules for rules, without a database.</summary>
internal static class Samples
{
    public static readonly DateOnly Start = new(2021, 4, 28);
    public static readonly DateOnly Expansion = new(2022, 1, 1);
    private static readonly Entry By = new(null, DateTimeOffset.UnixEpoch);
    private static readonly Provenance None = Provenance.Office;

    public static IReadOnlyList<KimModule> Modules { get; } =
    [
        Module("MODUL_I", ["ki"], null, (3.5m, Start, null)),
        Module("MODUL_II", [], new Fraction(2, 3), (6m, Start, Expansion), (12m, Expansion, null)),
        Module("MODUL_III", ["abh", "ebh"], null, (1.5m, Start, Expansion), (2m, Expansion, null)),
    ];

    /// <summary>A module with quotas.</summary>
    public static KimModule Module(string key, string[] employers, Fraction? outside, params (decimal Vzae, DateOnly From, DateOnly? Until)[] quotas) =>
        KimModule.Of(key).Define(key, "", [], None).Limit(employers, outside, quotas.Select(quota => ModuleQuota.Of(key, quota.Vzae, quota.From, quota.Until, None)));

    /// <summary>A position that is funded from the start.</summary>
    public static Position Position(string key, string? module, decimal vzae, string employer, DateOnly? from = null, DateOnly? until = null, params string[] programmes)
    {
        var position = Kim.Funding.Domain.Position.Establish(Guid.NewGuid(), key).Define(new PositionFacts
        {
            Title = key, Module = module, Programmes = programmes, Vzae = vzae, FundedFrom = from ?? Start, FundedUntil = until, Provenance = None,
        });
        position.Begin(Guid.NewGuid(), new AttributeValues(employer, [], "ki"), By);
        return position;
    }

    /// <summary>A position with rows of who holds it.</summary>
    public static StaffedPosition Held(Position position, params (decimal Vzae, DateOnly From, DateOnly? Until)[] rows) =>
        new(position, [.. rows.Select(row => Row(position.Key, row.Vzae, row.From, row.Until))]);

    /// <summary>A filled position.</summary>
    public static StaffedPosition Filled(string key, string? module, decimal vzae, string employer, DateOnly? from = null) =>
        Held(Position(key, module, vzae, employer), (vzae, from ?? Start, null));

    public static Occupancy Row(string position, decimal vzae, DateOnly from, DateOnly? until = null) =>
        Occupancy.Of(Guid.NewGuid(), position, new OccupancyFacts(null, vzae, from, until, EmploymentTypes.Tarif), By);

    public static QuotaCheck Check(params StaffedPosition[] positions) => new(Modules, positions, employer => employer == "ki");
}

using Kim.Funding.Data;
using Kim.ServiceKit.Profile;

namespace Kim.Funding.Reference;

/// <summary>
/// Funding's part of the profile. It checks every reference before it writes. What the profile says of the Kreis is brought to
/// what the files say; registers (occupancies, decisions, grants) only begin with the profile: what the office wrote stays.
/// </summary>
internal sealed class FundingProfile : IProfilePart<FundingDb>
{
    public const string Municipalities = "municipalities.json";
    public const string Organisations = "organisations.json";
    public const string Programmes = "programmes.json";
    public const string Offers = "offers.json";
    public const string Modules = "kim-modules.json";
    public const string Positions = "positions.json";
    public const string Districts = "districts.json";
    public const string Settings = "settings.json";
    public const string Occupancies = "occupancies.json";

    public const string Decisions = "decisions.json";
    public const string Grants = "grants.json";
    public const string CostTypes = "cost-types.json";
    public const string Costs = "costs.json";
    public const string LumpSums = "lump-sums.json";
    public const string Pots = "funding-pots.json";

    public IReadOnlyList<string> Files =>
    [
        Municipalities, Organisations, Programmes, Offers, Modules, Positions, Districts, Settings, Occupancies, Decisions, Grants, CostTypes,
        Costs, LumpSums, Pots,
    ];

    public async Task ImportAsync(ProfileDocuments profile, FundingDb db, ProfileContext context, CancellationToken ct)
    {
        Check(profile);
        await DirectoryImport.RunAsync(profile, db, ct);
        await StaffingImport.RunAsync(profile, db, context, ct);
        await MoneyRulesImport.RunAsync(profile, db, ct);
        await RegisterImport.RunAsync(profile, db, context.Clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Refuses the profile with every fault that was found.</summary>
    /// <exception cref="ProfileException">There is at least one.</exception>
    internal static void Check(ProfileDocuments profile)
    {
        var references = new ProfileReferences(profile);
        StaffingChecks.Run(profile, references);
        MoneyChecks.Run(profile, references);
        references.Settle();
    }
}

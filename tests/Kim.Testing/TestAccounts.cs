using Kim.Contracts.Identity;
using Kim.Contracts.Vocabulary;

namespace Kim.Testing;

/// <summary>A person who acts in a test: the demo accounts of the Coesfeld profile, with their fixed ids, scopes and roles.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Number">The last two digits of its id.</param>
/// <param name="Role">Its role code.</param>
/// <param name="Organisation">Key of the employing organisation.</param>
public sealed record TestAccount(string Name, int Number, string Role, string Organisation)
{
    /// <summary>The account id; the <c>sub</c> claim of its tokens.</summary>
    public Guid Id { get; init; } = Guid.Parse($"0a000000-0000-4000-8000-0000000000{Number:00}");

    /// <summary>Further roles beside <see cref="Role"/>.</summary>
    public IReadOnlyList<string> MoreRoles { get; init; } = [];

    /// <summary>All roles.</summary>
    public IReadOnlyList<string> Roles => [Role, .. MoreRoles];

    /// <summary>The team, if any.</summary>
    public string? Team { get; init; }

    /// <summary>The municipalities that the account serves.</summary>
    public IReadOnlyList<string> Ags { get; init; } = [];

    /// <summary>The position held, if any.</summary>
    public string? Position { get; init; }

    /// <summary>Whether the account may act.</summary>
    public bool Active { get; init; } = true;

    /// <summary>The account as the event that identity publishes.</summary>
    public AccountChanged AsEvent(long version = 1) => new()
    {
        AccountId = Id, Version = version, Roles = Roles, Organisation = Organisation, Team = Team, Ags = Ags, Position = Position, Active = Active,
    };
}

/// <summary>The demo accounts of the profile <c>coesfeld</c>.</summary>
public static class TestAccounts
{
    /// <summary>Coesfeld, the town.</summary>
    public const string AgsCoesfeld = "05558012";

    /// <summary>Dülmen.</summary>
    public const string AgsDuelmen = "05558016";

    /// <summary>All eleven municipalities of the Kreis.</summary>
    public static readonly IReadOnlyList<string> AllAgs =
    [
        "05558004", "05558008", AgsCoesfeld, AgsDuelmen, "05558020", "05558024", "05558028", "05558032", "05558036",
        "05558040", "05558044",
    ];

    /// <summary>Case manager of the KI in Coesfeld and Dülmen.</summary>
    public static readonly TestAccount CaseManager = new("cm", 1, Roles.CaseManager, "ki") { Team = "cm-ki", Ags = [AgsCoesfeld, AgsDuelmen], Position = "cm-1" };

    /// <summary>KIM-Koordination for the whole Kreis.</summary>
    public static readonly TestAccount Coordinator = new("coord", 2, Roles.Coordinator, "ki") { Ags = AllAgs };

    /// <summary>Desk of the Sprachmittlerpool.</summary>
    public static readonly TestAccount PoolDesk = new("pool", 3, Roles.PoolDesk, "ki");

    /// <summary>Interpreter of the pool.</summary>
    public static readonly TestAccount Interpreter = new("interpreter", 4, Roles.Interpreter, "ki");

    /// <summary>Geschäftsstelle of the network.</summary>
    public static readonly TestAccount Office = new("office", 5, Roles.Office, "ki");

    /// <summary>Naturalisation officer.</summary>
    public static readonly TestAccount NaturalisationOfficer = new("natur", 6, Roles.NaturalisationOfficer, "ebh");

    /// <summary>Funding officer of the KI.</summary>
    public static readonly TestAccount FundingOfficer = new("fund", 7, Roles.FundingOfficer, "ki");

    /// <summary>Funder.</summary>
    public static readonly TestAccount Funder = new("funder", 8, Roles.Funder, "bezreg-arnsberg");

    /// <summary>Partner agency.</summary>
    public static readonly TestAccount Partner = new("partner", 9, Roles.Partner, "jobcenter");

    /// <summary>Data protection officer.</summary>
    public static readonly TestAccount DataProtectionOfficer = new("dpo", 10, Roles.DataProtectionOfficer, "kreis");

    /// <summary>Operations.</summary>
    public static readonly TestAccount Ops = new("ops", 11, Roles.Ops, "kreis");

    /// <summary>A second case manager, employed by another organisation: for tests of rights.</summary>
    public static readonly TestAccount OtherCaseManager = new("cm2", 12, Roles.CaseManager, "stadt-duelmen") { Ags = [AgsDuelmen], Position = "cm-2" };

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<TestAccount> All =
    [
        CaseManager, Coordinator, PoolDesk, Interpreter, Office, NaturalisationOfficer, FundingOfficer, Funder, Partner,
        DataProtectionOfficer, Ops, OtherCaseManager,
    ];
}

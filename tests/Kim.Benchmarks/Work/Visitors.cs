using Kim.Benchmarks.Load;
using Kim.Benchmarks.Seed;
using Kim.Contracts.Vocabulary;

namespace Kim.Benchmarks.Work;

/// <summary>Case managers at work: whose cases they are and with which token they come. Requests go round over all of them.</summary>
internal sealed class Visitors
{
    // Tokens live five minutes, as identity's do.
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(3);

    private readonly TestIssuer _issuer;
    private readonly (Guid Case, Guid Manager)[] _cases;
    private readonly Guid[] _managers;
    private Dictionary<Guid, string> _tokens = [];
    private DateTimeOffset _until;
    private int _turn;

    private Visitors(TestIssuer issuer, (Guid, Guid)[] cases) => (_issuer, _cases, _managers) = (issuer, cases, [.. cases.Select(row => row.Item2).Distinct()]);

    /// <summary>Takes cases by chance, over the whole table.</summary>
    public static async Task<Visitors> OfAsync(ServiceDatabase database, TestIssuer issuer)
    {
        const int sample = 20_000;
        var rows = await database.QueryAsync("select id, responsible_id from cases where number like 'KIM-%' order by md5(id::text) limit $1", sample);
        return new Visitors(issuer, [.. rows.Select(row => ((Guid)row["id"]!, (Guid)row["responsible_id"]!))]);
    }

    /// <summary>The next case, with the case manager who may read it.</summary>
    public (Guid Case, Guid Manager) NextCase() => _cases[Turn(_cases.Length)];

    /// <summary>The next case manager.</summary>
    public Guid NextManager() => _managers[Turn(_managers.Length)];

    /// <summary>The token of a case manager.</summary>
    public string TokenOf(Guid manager) => _tokens[manager];

    /// <summary>Makes tokens that live for the next round; before a round, so that signing them is nobody's time.</summary>
    public void Renew()
    {
        var now = TimeProvider.System.GetUtcNow();
        if (now < _until) return;
        _tokens = _managers.ToDictionary(manager => manager, manager => _issuer.Token(manager, [Roles.CaseManager], ["cases"]));
        _until = now + Renewed;
    }

    /// <summary>Kim's read by id.</summary>
    public HttpRequestMessage Read()
    {
        var (id, manager) = NextCase();
        return Target.Get($"/api/v1/cases/cases/{id}", TokenOf(manager));
    }

    /// <summary>Kim's list of 50 of one phase, newest first.</summary>
    public HttpRequestMessage List() => Target.Get($"/api/v1/cases/cases?limit=50&phase={CaseSeed.ListedPhase}", TokenOf(NextManager()));

    private int Turn(int of) => (int)((uint)Interlocked.Increment(ref _turn) % of);
}

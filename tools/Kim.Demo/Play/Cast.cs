using Kim.Demo.SignIn;

namespace Kim.Demo.Play;

/// <summary>The people of the play.</summary>
internal sealed class Cast : IDisposable
{
    private readonly HttpClient _http;
    private readonly KimSignIn _signIn;

    public Cast(Uri origin, DemoAccounts accounts)
    {
        _http = new HttpClient { BaseAddress = origin, Timeout = TimeSpan.FromSeconds(40) };
        _signIn = new KimSignIn(origin);
        Person Of(string name) => new(name, _http, accounts.Find(name), _signIn);
        (CaseManager, Coordinator, PoolDesk, Interpreter, Office) = (Of("cm"), Of("coord"), Of("pool"), Of("interpreter"), Of("office"));
        (NaturalisationOfficer, FundingOfficer, Funder) = (Of("natur"), Of("fund"), Of("funder"));
    }

    public Person CaseManager { get; }

    public Person Coordinator { get; }

    public Person PoolDesk { get; }

    public Person Interpreter { get; }

    public Person Office { get; }

    public Person NaturalisationOfficer { get; }

    public Person FundingOfficer { get; }

    public Person Funder { get; }

    public IEnumerable<Person> All => [CaseManager, Coordinator, PoolDesk, Interpreter, Office, NaturalisationOfficer, FundingOfficer, Funder];

    public void Dispose()
    {
        _http.Dispose();
        _signIn.Dispose();
    }
}

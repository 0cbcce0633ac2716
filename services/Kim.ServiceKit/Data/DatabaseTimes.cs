using Microsoft.Extensions.Configuration;

namespace Kim.ServiceKit.Data;

/// <summary>
/// How long a service waits for its database, all from one setting: <c>Database:PatienceSeconds</c>, the longest time of a statement,
/// 5 s unless set (2 to 600). A longer time suits a machine that stands still for seconds now and then, for example one that runs tests.
/// </summary>
/// <param name="Statement">When the server ends a statement.</param>
internal sealed record DatabaseTimes(TimeSpan Statement)
{
    private const string Setting = "Database:PatienceSeconds";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>When the server ends the wait for a row that somebody holds: before the statement, so that the answer can say why.</summary>
    public TimeSpan Lock => Statement - Second;

    /// <summary>When the server ends a transaction that does nothing.</summary>
    public TimeSpan IdleInTransaction => Statement * 2;

    /// <summary>When a request that hears nothing gets its 503: the caller has an answer before the statement's end at the latest.</summary>
    public TimeSpan Silence => Statement - Second / 2;

    /// <summary>When the driver leaves a connection; only a server that hangs comes to this.</summary>
    public TimeSpan Command => Statement + Second;

    /// <summary>When the driver gives up to connect.</summary>
    public TimeSpan Connect => Statement <= Second * 5 ? Second * 3 : Statement - Second * 2;

    public static DatabaseTimes From(IConfiguration configuration)
    {
        var seconds = configuration.GetValue(Setting, 5);
        if (seconds is < 2 or > 600) throw new InvalidOperationException($"{Setting} is {seconds}; it must be from 2 to 600.");
        return new DatabaseTimes(TimeSpan.FromSeconds(seconds));
    }
}

namespace Kim.Testing.Fuzzing;

/// <summary>A running service and what a fuzzer should know of it beside its OpenAPI document.</summary>
/// <param name="rig">The service.</param>
/// <param name="address">Its real port.</param>
public sealed class FuzzTarget(ServiceRig rig, Uri address)
{
    private static readonly TimeSpan TokenAge = TimeSpan.FromMinutes(2);
    private readonly Dictionary<Guid, (string Token, DateTimeOffset At)> _tokens = [];

    /// <summary>The service.</summary>
    public ServiceRig Rig { get; } = rig;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = address;

    /// <summary>Who calls: each operation is tried as each of them until one may.</summary>
    public IReadOnlyList<TestAccount> Accounts { get; init; } = TestAccounts.All;

    /// <summary>Bodies that please, by operation id, where the schema alone does not say what does.</summary>
    public Dictionary<string, Func<Random, object>> Examples { get; } = new(StringComparer.Ordinal);

    /// <summary>Tables whose rows the service changes by itself: the dispatcher marks the outbox.</summary>
    public IReadOnlyCollection<string> WorkedOn { get; init; } = ["outbox"];

    /// <summary>Values that the service knows.</summary>
    public ValuePool Values { get; } = new();

    /// <summary>Failures that are right, for example 503 of an operation that asks a service which is not there.</summary>
    public Func<ApiOperation, WireAnswer, bool> Expected { get; init; } = (_, _) => false;

    /// <summary>A token that is valid for some minutes more.</summary>
    public string TokenFor(TestAccount account)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (_tokens.TryGetValue(account.Id, out var known) && now - known.At < TokenAge) return known.Token;
        var token = Rig.Issuer.TokenFor(account, Rig.Service);
        _tokens[account.Id] = (token, now);
        return token;
    }
}

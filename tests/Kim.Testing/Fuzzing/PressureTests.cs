using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Kim.Testing.Fuzzing;

/// <summary>A service on a real port, filled with what requests can be about: one per test class.</summary>
public abstract class PressureFixture : IAsyncLifetime
{
    /// <summary>Requests of the fuzzer in the short run; together 2,000 over all services. The long run sends ten times as many.</summary>
    public abstract int Requests { get; }

    /// <summary>PUTs that take no version.</summary>
    public virtual string[] PutsWithoutVersion => [];

    /// <summary>The service.</summary>
    public FuzzTarget Target { get; private set; } = null!;

    /// <summary>Starts and fills the service.</summary>
    protected abstract Task<FuzzTarget> StartAsync();

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Target = await StartAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Target is not null) await Target.Rig.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>What every service bears, written once; a class per service gives it its fixture.</summary>
/// <param name="service">The service.</param>
public abstract partial class PressureTests(PressureFixture service)
{
    private readonly FuzzTarget _target = service.Target;

    /// <summary>ASVS 2.2.1, 2.2.2: the fuzzer finds nothing.</summary>
    [Fact]
    public async Task Asvs_V2_2_1_Bent_requests_are_refused_calmly_and_leave_nothing_behind()
    {
        var report = await Fuzzer.RunAsync(_target, FaultSuite.Pick(service.Requests, service.Requests * 10));
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        report.ExpectNothing();
    }

    /// <summary>Rules that are made from the document.</summary>
    [Fact]
    public async Task Every_operation_keeps_the_rules_of_the_house()
    {
        var rules = await HttpRules.OfAsync(_target);
        var broken = new List<string>();
        void Note(string rule, IReadOnlyList<string> found) => broken.AddRange(found.Select(one => $"{rule}: {one}"));

        Note("an update without If-Match is 428", await rules.UpdatesWithoutVersionAsync(service.PutsWithoutVersion));
        Note("a page has at most 200 items", await rules.PagesOver200Async());
        Note("4.1.4 an unused method is 405", await rules.UnusedMethodsAsync());
        Note("another media type is 415", await rules.OtherMediaTypesAsync());
        Note("15.3.3 an unknown member is refused", await rules.OverPostingAsync());
        Note("1.2.4 SQL in a query finds nothing", await rules.SqlInQueriesAsync());
        if (broken.Count > 0) throw new FuzzException(string.Join('\n', broken));
    }

    /// <summary>What is too large is said as such.</summary>
    [Fact]
    public async Task Limits_are_problem_documents()
    {
        var operation = (await HttpRules.OfAsync(_target)).Operations.First(found => found.Method == "GET");
        await RefusedAsync(operation, request => request.Headers.Add(("X-Large", new string('x', 33_000))), 431, "headers-too-large");
        await RefusedAsync(operation, request => request.Headers.AddRange(Enumerable.Range(0, 101).Select(i => (string.Create(CultureInfo.InvariantCulture, $"X-{i}"), "1"))), 431, "headers-too-large");
        await RefusedAsync(operation, request => request.Target += "?q=" + new string('x', 8_200), 414, "uri-too-long");
        var post = (await HttpRules.OfAsync(_target)).Operations.First(found => found is { Method: "POST", Body: not null, TakesVersion: false });
        await RefusedAsync(post, request => request.Body = [.. "\""u8, .. new byte[1_048_577]], 413, "body-too-large");
    }

    private async Task RefusedAsync(ApiOperation operation, Action<WireRequest> change, int status, string code)
    {
        var account = _target.Accounts[0];
        foreach (var candidate in _target.Accounts)
        {
            var plain = await Wire.SendAsync(_target.Address, Request(operation, candidate));
            if (plain.Status == (int)HttpStatusCode.Forbidden) continue;
            account = candidate;
            break;
        }

        var request = Request(operation, account);
        change(request);
        var answer = await Wire.SendAsync(_target.Address, request);
        if (answer.Status != status || answer.Json?["code"]?.GetValue<string>() != code)
            throw new FuzzException($"{status} {code} expected for {operation}, got {answer.Status} {answer.Text}");
    }

    private WireRequest Request(ApiOperation operation, TestAccount account)
    {
        var request = new WireRequest { Method = operation.Method, Target = Parameter().Replace(operation.Path, Guid.Empty.ToString()), Body = operation.Method == "POST" ? "{}"u8.ToArray() : null };
        request.Headers.Add(("Host", _target.Address.Authority));
        request.Headers.Add(("Authorization", "Bearer " + _target.TokenFor(account)));
        if (request.Body is not null) request.Headers.Add(("Content-Type", "application/json"));
        return request;
    }

    [GeneratedRegex("{[^}]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}

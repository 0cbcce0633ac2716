using System.Globalization;
using System.Threading.RateLimiting;
using Kim.Contracts.Vocabulary;

namespace Kim.Faults.Tests.Load;

/// <summary>
/// Case managers at work: open a case, record needs (facts for funding, one aggregate), report structural needs and withdraw one
/// (facts for the network, an aggregate each). Real HTTP commands at a steady rate, each entered into the ledger.
/// </summary>
internal sealed class CommandLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TokenBucketRateLimiter _pace;
    private readonly List<Task> _writers;

    private CommandLoad(IReadOnlyList<Uri> addresses, TestIssuer issuer, int writers, int perSecond)
    {
        _pace = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perSecond / 10), TokensPerPeriod = Math.Max(1, perSecond / 10), ReplenishmentPeriod = TimeSpan.FromMilliseconds(100), QueueLimit = writers * 2,
        });
        _writers = [.. Enumerable.Range(0, writers).Select(number => Task.Run(() => WriteAsync(new CaseClient(addresses[number % addresses.Count], issuer, Ledger))))];
    }

    public Ledger Ledger { get; } = new();

    /// <summary>Starts writing.</summary>
    /// <param name="addresses">Instances of cases; writers are spread over them.</param>
    /// <param name="perSecond">Commands per second, all writers together.</param>
    /// <param name="writers">People at work at once.</param>
    public static async Task<CommandLoad> StartAsync(IReadOnlyList<Uri> addresses, int perSecond, int writers = 6) =>
        new(addresses, await TestIssuer.GetAsync(), writers, perSecond);

    /// <summary>Lets each writer end the command that it is at, and gives what all of them know.</summary>
    public async Task<Ledger> StopAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_writers);
        return Ledger;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _pace.DisposeAsync();
        _end.Dispose();
    }

    private async Task WriteAsync(CaseClient client)
    {
        try
        {
            while (true) await OneCaseAsync(client);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The work is over; what was begun was ended.
        }
        catch (UnexpectedAnswerException unexpected)
        {
            Ledger.Failures.Enqueue(unexpected.Message);
        }
    }

    private async Task OneCaseAsync(CaseClient client)
    {
        await TurnAsync();
        var record = new CaseRecord(await client.OpenAsync());
        Ledger.Cases.Enqueue(record);
        // All topics in turn, so that no theme grows out of all proportion.
        var first = Ledger.Cases.Count;
        var topics = Enumerable.Range(first, 2).Select(number => Topics.All[number % Topics.All.Count]).ToList();
        foreach (var topic in topics)
        {
            await TurnAsync();
            await client.RecordNeedAsync(record, topic);
        }

        foreach (var topic in topics)
        {
            await TurnAsync();
            await client.ReportStructuralNeedAsync(record, topic);
        }

        await TurnAsync();
        await client.WithdrawAsync(record, record.Needs.Keys.First());
    }

    private async Task TurnAsync()
    {
        using var turn = await _pace.AcquireAsync(1, _end.Token);
        if (!turn.IsAcquired) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"More than {_writers.Count} writers wait for their turn."));
    }
}

using System.Diagnostics;
using Kim.Benchmarks.Bare;
using Kim.Benchmarks.Load;
using Kim.Benchmarks.Measuring;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Telling;
using Npgsql;

namespace Kim.Benchmarks.Work;

/// <summary>
/// A backlog of events from the outbox of cases to funding, with the effect there (journal and rows of reports) and the inbox in one
/// transaction each, against bare MassTransit that publishes as many and notes them in the same inbox table.
/// </summary>
internal sealed class Events : IWork
{
    // Events of a round per second of its length: about what the baseline does, so that a round takes about as long as it should.
    private const int PerSecond = 2000;

    public string Row => "events";

    public async Task<Outcome> MeasureAsync(BenchSystem system)
    {
        var (cases, funding) = (await system.DatabaseAsync("cases"), await system.DatabaseAsync("funding"));
        await BareRole.GrantAsync(funding);
        await using var publisher = await system.Start("cases").ReadyAsync();
        await using var receiver = await system.Start("funding").ReadyAsync();
        await using var bare = await system.StartBare("events", funding).ReadyAsync();
        await using var outbox = EventTable.Open(cases);
        await using var inbox = EventTable.Open(funding);
        var facts = await EventTable.FactsAsync(cases);
        var events = Math.Min(system.Settings.Cases, PerSecond * system.Settings.Seconds);
        using var publish = Target.At(bare.Address, () => new HttpRequestMessage(HttpMethod.Post, $"/publish?count={events}") { Content = BareEvents.Body(facts) });

        await KimAsync();
        await BareAsync();
        var rounds = await Rounds.AlternateAsync(system.Settings.Rounds, KimAsync, BareAsync);
        return Outcome.AtLeast(Row, "outbox to the consumer's effect", rounds, 0.9, "events/s", Text.Of($"{events} events a round; Kim's effect is funding's journal and rows of reports, the baseline's is the inbox alone"));

        Task<Sample> KimAsync() => MeasureAsync([publisher.Id, receiver.Id], EventTable.Consumer, () => EventTable.RaiseAsync(outbox, events));
        Task<Sample> BareAsync() => MeasureAsync([bare.Id], BareEvents.Consumer, () => publish.SendAsync());

        async Task<Sample> MeasureAsync(IReadOnlyList<int> processes, string consumer, Func<Task> raise)
        {
            var (used, since, begun) = (ProcessMeter.CpuSeconds(processes), TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
            await raise();
            // Kim's events do not exist before their commit; the baseline's are consumed while it still publishes.
            if (consumer == EventTable.Consumer) begun = Stopwatch.GetTimestamp();
            var seconds = await EventTable.EffectsAsync(inbox, consumer, since, events, begun);
            return new Sample(events / seconds, (ProcessMeter.CpuSeconds(processes) - used) / events * 1000);
        }
    }
}

using Kim.Contracts.Vocabulary;
using Mono.Cecil;

namespace Kim.Faults.Tests;

/// <summary>A process is killed at the worst moments: between commit and publish, between confirm and mark, between effect and acknowledgement.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name), Collection(FaultSystem.Collection)]
public sealed class CrashTests(FaultSystem system)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Ledger _ledger = new();

    [Fact]
    public async Task A_process_killed_at_the_worst_moment_causes_one_effect()
    {
        var (rounds, marks) = (FaultSuite.Pick(2, 50), FaultSuite.Pick(1, 5));
        await system.WholeAsync();
        await FailPoints.BuildAsync();
        await Task.WhenAll(system.RestartAsync("cases", FailPoints.ProgramOf("cases")), system.RestartAsync("network", FailPoints.ProgramOf("network")));
        using var client = new CaseClient(system.Running["cases"].Address, await TestIssuer.GetAsync(), _ledger);
        var turns = await OpenAsync(client, rounds + marks);
        await Deliveries.CompleteAsync(system.Space);

        var needs = await PlayAsync(client, turns.Take(rounds), FailPoints.BeforePublish, receiverToo: true);
        var marked = await PlayAsync(client, turns.Skip(rounds), FailPoints.BeforeMark, receiverToo: false);
        await Reckoning.HoldsAsync(system, _ledger);
        await Task.WhenAll(system.RestartAsync("cases"), system.RestartAsync("network"));
        var seconds = await SecondsAsync([.. needs, .. marked]);
        Figures.Write("killed at fail-points", ("kills_before_publish", rounds), ("kills_before_acknowledge", rounds), ("kills_before_mark", marks),
            ("commit_to_effect_median_s", seconds[seconds.Count / 2]), ("commit_to_effect_max_s", seconds[^1]));
    }

    [Fact]
    public async Task A_normal_build_holds_no_fail_point()
    {
        await FailPoints.BuildAsync();
        Assert.Equal(3, CallsIn(FailPoints.KitPath));
        foreach (var service in FaultSystem.Services)
            Assert.Equal(0, CallsIn(Path.Combine(Path.GetDirectoryName(ServiceSpace.PathOf(service))!, "Kim.ServiceKit.dll")));
    }

    /// <summary>One structural need per round; the processes die at their points and are started again.</summary>
    private async Task<List<Guid>> PlayAsync(CaseClient client, IEnumerable<(CaseRecord Record, string Topic)> turns, string publisherPoint, bool receiverToo)
    {
        var needs = new List<Guid>();
        var returning = Task.CompletedTask;
        foreach (var (record, topic) in turns)
        {
            FailPoints.Arm("cases", publisherPoint);
            if (receiverToo) FailPoints.Arm("network", FailPoints.BeforeAcknowledge);
            var report = client.ReportStructuralNeedAsync(record, topic);
            await system.Running["cases"].Process.EndedAsync(Patience);
            await system.RestartAsync("cases", FailPoints.PathOf("cases"));
            needs.Add(await report);
            await returning;
            if (!receiverToo) continue;
            await system.Running["network"].Process.EndedAsync(Patience);
            returning = system.RestartAsync("network", FailPoints.PathOf("network"));
        }

        await returning;
        return needs;
    }

    /// <summary>As many cases as it takes to report so many needs, each topic once per case.</summary>
    private async Task<List<(CaseRecord Record, string Topic)>> OpenAsync(CaseClient client, int needs)
    {
        for (var i = 0; i < needs; i += Topics.All.Count) _ledger.Cases.Enqueue(new CaseRecord(await client.OpenAsync()));
        return [.. _ledger.Cases.SelectMany(record => Topics.All.Select(topic => (record, topic))).Take(needs)];
    }

    private async Task<List<double>> SecondsAsync(HashSet<Guid> needs)
    {
        var effects = (await system.Database("network").QueryAsync("select message_id, received_at from inbox where consumer = 'network-structural-need-reported'"))
            .ToDictionary(row => (Guid)row["message_id"]!, row => (DateTime)row["received_at"]!);
        var events = (await EventRow.AllAsync(system.Database("cases"))).Where(row => needs.Contains(row.Aggregate));
        return [.. events.Select(row => (effects[row.Id] - row.OccurredAt).TotalSeconds).Order()];
    }

    private static int CallsIn(string kit)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(kit);
        return assembly.MainModule.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions).Count(step => step.Operand is MethodReference { Name: "Reach", DeclaringType.Name: "FailPoint" });
    }
}

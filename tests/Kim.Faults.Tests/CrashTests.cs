using Kim.Contracts.Vocabulary;
using Mono.Cecil;

namespace Kim.Faults.Tests;

/// <summary>A process is killed at the worst moments: between commit and publish, between confirm and mark, between effect and acknowledgement.</summary>
[Trait(FaultSuite.Trait, FaultSuite.Name), Collection(FaultSystem.Collection)]
public sealed class CrashTests(FaultSystem system)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Ledger _ledger = new();

    [Fact]
    public async Task A_publisher_killed_between_commit_and_publish_and_a_receiver_killed_before_its_acknowledgement_cause_one_effect()
    {
        var rounds = FaultSuite.Pick(2, 50);
        var seconds = await PlayAsync(rounds, FailPoints.BeforePublish, receiverToo: true);
        Figures.Write("killed before publish and before acknowledge", ("kills", rounds * 2), ("commit_to_effect_median_s", seconds[seconds.Count / 2]), ("commit_to_effect_max_s", seconds[^1]));
    }

    [Fact]
    public async Task A_publisher_killed_between_confirm_and_mark_sends_again_and_causes_one_effect()
    {
        var rounds = FaultSuite.Pick(1, 5);
        var seconds = await PlayAsync(rounds, FailPoints.BeforeMark, receiverToo: false);
        Figures.Write("killed before mark", ("kills", rounds), ("commit_to_effect_max_s", seconds[^1]));
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
    /// <returns>Seconds from commit to effect, the restarts included, shortest first.</returns>
    private async Task<List<double>> PlayAsync(int rounds, string publisherPoint, bool receiverToo)
    {
        await system.WholeAsync();
        await FailPoints.BuildAsync();
        var (cases, network) = (FailPoints.ProgramOf("cases"), FailPoints.ProgramOf("network"));
        await Task.WhenAll(system.RestartAsync("cases", cases), system.RestartAsync("network", network));
        using var client = new CaseClient(system.Running["cases"].Address, await TestIssuer.GetAsync(), _ledger);
        var needs = new List<Guid>();
        await OpenAsync(client, (rounds + Topics.All.Count - 1) / Topics.All.Count);
        await Deliveries.CompleteAsync(system.Space);

        var returning = Task.CompletedTask;
        foreach (var (record, topic) in _ledger.Cases.ToList().SelectMany(record => Topics.All.Select(topic => (record, topic))).Take(rounds))
        {
            FailPoints.Arm(publisherPoint);
            if (receiverToo) FailPoints.Arm(FailPoints.BeforeAcknowledge);
            var report = client.ReportStructuralNeedAsync(record, topic);
            await system.Running["cases"].Process.EndedAsync(Patience);
            await system.RestartAsync("cases", cases);
            needs.Add(await report);
            await returning;
            if (!receiverToo) continue;
            await system.Running["network"].Process.EndedAsync(Patience);
            returning = system.RestartAsync("network", network);
        }

        await returning;
        await Reckoning.HoldsAsync(system, _ledger);
        await Task.WhenAll(system.RestartAsync("cases"), system.RestartAsync("network"));
        return await SecondsAsync(needs);
    }

    private async Task OpenAsync(CaseClient client, int count)
    {
        for (var i = 0; i < count; i++) _ledger.Cases.Enqueue(new CaseRecord(await client.OpenAsync()));
    }

    private async Task<List<double>> SecondsAsync(List<Guid> needs)
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

using Kim.EndToEnd.Tests.Running;

namespace Kim.EndToEnd.Tests;

/// <summary><c>./kim demo</c> against the whole system: the main job through the gateway, as five people.</summary>
[Collection("people of the KI")]
public sealed class GoldenThreadTests(SystemFixture system)
{
    [Fact]
    public async Task The_demo_plays_the_main_job_and_no_log_names_a_person()
    {
        await using var demo = SystemProcess.Start(
            "demo", SystemFixture.PathOf("demo"), new Dictionary<string, string>(), "demo", "--base", system.Origin, "--accounts", system.AccountsFile);
        await demo.DoneAsync(TimeSpan.FromMinutes(4));

        Assert.Contains("golden thread", demo.Output, StringComparison.Ordinal);
        Assert.Equal(5, Count(demo.Output, "effect in the trace of the adopting request"));
        Assert.Equal(5, Count(demo.Output, "measure COMPLETED"));
        Assert.Contains("SETTLED, 64 minutes, 27.90 EUR", demo.Output, StringComparison.Ordinal);
        Assert.Contains("checks for 2022-06-01 (eight years asked, six only with special achievements), rules R0: REV", demo.Output, StringComparison.Ordinal);
        Assert.Contains("checks for 2024-06-20 (the last days of the old law), rules R0: MET", demo.Output, StringComparison.Ordinal);
        Assert.Contains("rules R1: NOT HIST NOT", demo.Output, StringComparison.Ordinal);
        Assert.Contains("as xlsx", demo.Output, StringComparison.Ordinal);
        Assert.Contains("The whole mission was played.", demo.Output, StringComparison.Ordinal);
        NoLogNamesAPerson();
    }

    private void NoLogNamesAPerson()
    {
        string[] planted = ["Al-\u1E24asan", "\u015Eev\u010Denko", "Gebremedhin", "1988-04-12"];
        foreach (var program in new[] { "identity", "cases", "network", "interpreters", "funding", "naturalisation", "gateway", "portal" })
            Assert.All(planted, name => Assert.DoesNotContain(name, system.Log(program), StringComparison.OrdinalIgnoreCase));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

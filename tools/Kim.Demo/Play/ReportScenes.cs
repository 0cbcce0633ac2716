using System.Security.Cryptography;
using System.Text;

namespace Kim.Demo.Play;

/// <summary>What the money did: the report of the last closed month, released by the funding officer, pulled by the funder.</summary>
internal static class ReportScenes
{
    public static async Task<bool> PlayAsync(Cast cast, CancellationToken ct)
    {
        await ShowStaffingAsync(cast.FundingOfficer, ct);
        var (id, version) = await ReleaseAsync(cast.FundingOfficer, ct);

        var offered = await cast.Funder.GetAsync("/funding/released-reports?limit=200", ct);
        var announced = offered.Items.Single(item => item!["id"]!.ToString() == id)!["versions"]!.AsArray().Single(row => row!["version"]!.ToString() == version)!["sha256"]!.ToString();
        var whole = true;
        foreach (var format in new[] { "json", "csv", "xlsx" })
        {
            var (bytes, trace) = await cast.Funder.DownloadAsync($"/funding/released-reports/{id}/versions/{version}.{format}", ct);
            var carries = format switch
            {
                "json" => Convert.ToHexStringLower(SHA256.HashData(bytes)) == announced,
                "csv" => Encoding.UTF8.GetString(bytes).Contains(announced, StringComparison.Ordinal),
                _ => bytes is [(byte)'P', (byte)'K', ..],
            };
            whole &= carries;
            Script.Line("funder", $"pulls version {version} as {format}, {bytes.Length} bytes, {(carries ? "whole" : "DAMAGED")}", trace);
        }

        Script.Line("funder", $"has the report with SHA-256 {announced}");
        return whole;
    }

    private static async Task ShowStaffingAsync(Person officer, CancellationToken ct)
    {
        var check = await officer.GetAsync("/funding/quota-check", ct);
        foreach (var module in check.Body["modules"]!.AsArray())
            Script.Line("fund", $"{module!["module"]}: {module["filled"]} of {module["quota"]} VZÄ filled");
        Script.Line("fund", $"sees {check.Body["violations"]!.AsArray().Count} violations of the quotas", check.TraceId);
    }

    private static async Task<(string Id, string Version)> ReleaseAsync(Person officer, CancellationToken ct)
    {
        var month = GermanDay.Today.AddDays(-1);
        var until = new DateOnly(month.Year, month.Month, 1);
        var from = until.AddMonths(-1);
        var reports = await officer.GetAsync("/funding/reports?limit=200", ct);
        var known = reports.Items.FirstOrDefault(report => report!["from"]!.ToString() == $"{from:yyyy-MM-dd}" && report["until"]!.ToString() == $"{until:yyyy-MM-dd}");
        var drafted = known is null
            ? await officer.PostAsync("/funding/reports", new { from = $"{from:yyyy-MM-dd}", until = $"{until:yyyy-MM-dd}" }, ct)
            : await officer.PostOnAsync($"/funding/reports/{known["id"]}", $"/funding/reports/{known["id"]}/corrections", new { reason = "Die Vorführung wird wiederholt." }, ct);
        var path = $"/funding/reports/{drafted.Id}";
        Script.Line("fund", $"drafts the indicator report {from:yyyy-MM} version {drafted.Text("version")}", drafted.TraceId);
        var validated = await officer.PostOnAsync(path, path + "/validation", null, ct);
        Script.Line("fund", $"validates it: {validated.Body["findings"]!.AsArray().Count} findings", validated.TraceId);
        var released = await officer.PostOnAsync(path, path + "/release", null, ct);
        Script.Line("fund", "releases it: from now on it never changes", released.TraceId);
        return (drafted.Id, released.Text("version"));
    }
}

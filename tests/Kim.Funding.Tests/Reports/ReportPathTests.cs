using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kim.Contracts.Cases;
using Kim.Contracts.Funding;
using Kim.Funding.Domain.Reports;
using Npgsql;

namespace Kim.Funding.Tests.Reports;

/// <summary>One quarter from its events to the funder's files, on real servers.</summary>
public sealed class ReportPathTests(ReportsHost host) : IClassFixture<ReportsHost>
{
    private const string Api = ReportsHost.Api;

    [Fact]
    public async Task A_quarter_goes_from_events_to_the_funder_and_stays()
    {
        var random = new Random(7);
        var events = ReportEvents.Quarter(24);
        var shuffled = events.Concat(events).Concat(events).ToArray();
        random.Shuffle(shuffled);
        await host.TellAsync(shuffled);

        var draft = await host.DraftAsync("2026-07-01", "2026-10-01");
        Assert.Equal("DRAFT", draft.Json["state"]!.GetValue<string>());
        await CountsAreRightAsync(draft.Id);
        await FilesAreClosedAsync(draft.Id);
        var released = await host.ReleaseAsync(draft.Id);
        await ToldAsync(draft.Id, released);
        await FilesSayTheSameAsync(draft.Id, 1);
        await FrozenAsync(draft.Id);

        // A replay of the journal, in whatever order it was written, ends in the same rows and the same bytes.
        var (rows, canonical) = (await host.ProjectionsAsync(), await host.CanonicalAsync(draft.Id, 1));
        (await host.StepAsync(draft.Id, "corrections", new { reason = "Probe" })).Expect(HttpStatusCode.Created);
        var before = await host.CanonicalAsync(draft.Id, 2);
        await host.QueryAsync("insert into report_journal (id, wire_name, aggregate, version, body_hash, body, received_at) values (gen_random_uuid(), 'kim.cases.case-opened', gen_random_uuid(), 1, 'x', '{\"bad\":[1]}', now())");
        foreach (var table in new[] { "report_case_steps", "report_needs", "report_booking_steps", "report_theme_steps" }) await host.QueryAsync($"delete from {table}");
        Assert.Equal(0, await host.ReplayAsync());
        Assert.Equal(rows[..rows.IndexOf("report_unreadable", StringComparison.Ordinal)], (await host.ProjectionsAsync())[..rows.IndexOf("report_unreadable", StringComparison.Ordinal)]);
        var again = (await host.StepAsync(draft.Id, "corrections", new { reason = "Nach dem Replay" })).Expect(HttpStatusCode.Created);
        Assert.Equal(before, await host.CanonicalAsync(draft.Id, 2));
        Assert.Equal(canonical.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal), before);
        Assert.Contains(again.Json["findings"]!.AsArray(), found => found!["code"]!.GetValue<string>() == "JOURNAL_UNREADABLE");

        await CorrectionAsync(draft.Id, canonical);
    }

    private async Task CountsAreRightAsync(Guid id)
    {
        var version = (await host.Officer.CallAsync($"{Api}/reports/{id}/versions/1")).Expect(HttpStatusCode.OK);
        Assert.Equal(24, ReportsHost.Figure(version, "CASES_FLOW", "*", "*")["value"]!.GetValue<decimal>());
        Assert.Equal(8, ReportsHost.Figure(version, "CASES_FLOW", "OPEN_AT_START", "*")["value"]!.GetValue<decimal>());
        Assert.Equal(12, ReportsHost.Figure(version, "PERSONS_BY_SEX", "FEMALE")["value"]!.GetValue<decimal>());
        Assert.Equal(8, ReportsHost.Figure(version, "PERSONS_BY_AGE_BAND", "27-44")["value"]!.GetValue<decimal>());
        Assert.Equal(0, ReportsHost.Figure(version, "PERSONS_BY_AGE_BAND", "0-5")["value"]!.GetValue<decimal>());
        Assert.Equal(11, ReportsHost.Figure(version, "NEEDS_ADOPTED", "WOHNEN")["value"]!.GetValue<decimal>());
        Assert.Equal(11, ReportsHost.Figure(version, "NEEDS_SOLVED", "*")["value"]!.GetValue<decimal>());
        Assert.Equal(45, ReportsHost.Figure(version, "DAYS_TO_DECISION", "MEDIAN")["value"]!.GetValue<decimal>());
        Assert.Equal(24, ReportsHost.Figure(version, "BOOKINGS", "*", "*")["value"]!.GetValue<decimal>());
        Assert.True(ReportsHost.Figure(version, "BOOKINGS", "*", "UNSERVED")["suppressed"]!.GetValue<bool>());
        Assert.Equal(18.66m, ReportsHost.Figure(version, "BOOKING_HOURS", "*")["value"]!.GetValue<decimal>());
        Assert.True(ReportsHost.Figure(version, "POSITIONS_GRANTED", "*")["value"]!.GetValue<decimal>() > 3);
        Assert.DoesNotContain(version.Json["figures"]!.AsArray(), cell => cell!["unit"]!.GetValue<string>() == "COUNT" && cell["value"]?.GetValue<decimal>() is > 0 and < 5);
    }

    private async Task FilesAreClosedAsync(Guid id)
    {
        foreach (var form in new[] { "json", "csv", "xlsx" })
            (await host.Funder.CallAsync($"{Api}/released-reports/{id}/versions/1.{form}")).Expect(HttpStatusCode.NotFound);
        Assert.Empty((await host.Funder.CallAsync($"{Api}/released-reports")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray());
        (await host.StepAsync(id, "release")).ExpectProblem(HttpStatusCode.Conflict, "step-not-allowed");
    }

    private async Task ToldAsync(Guid id, Answer released)
    {
        var sha = released.Json["sha256"]!.GetValue<string>();
        var told = await host.WaitForEventAsync<ReportReleased>(message => message.ReportId == id && message.Version == 1);
        Assert.Equal((sha, new DateOnly(2026, 7, 1), new DateOnly(2026, 10, 1)), (told.Sha256, told.From, told.Until));
        Assert.Equal(sha, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await host.CanonicalAsync(id, 1)))));
    }

    private async Task FilesSayTheSameAsync(Guid id, int version)
    {
        var canonical = await host.CanonicalAsync(id, version);
        var sha = CanonicalJson.Sha256(Encoding.UTF8.GetBytes(canonical));
        foreach (var client in new[] { host.Funder, host.ClientForScope("land-nrw", "funding:reports") })
        {
            Assert.Single((await client.CallAsync($"{Api}/released-reports")).Expect(HttpStatusCode.OK).Json["items"]!.AsArray());
            var (json, headers) = await BytesAsync(client, $"{id}/versions/{version}.json");
            Assert.Equal(canonical, Encoding.UTF8.GetString(json));
            Assert.Equal($"\"{sha}\"", headers.ETag!.ToString());
            Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(json))}:", headers.GetValues("Content-Digest").Single());
        }

        var cells = ReportDocument.Cells(canonical);
        await CsvAsync(id, version, sha, cells);
        await XlsxAsync(id, version, sha, cells);
        Assert.Equal(4L, await host.Database.ScalarAsync<long>("select count(*) from audit where action = 'EXPORT' and subject = 'report' and subject_id = $1", id));
    }

    private async Task CsvAsync(Guid id, int version, string sha, IReadOnlyList<PublishedCell> cells)
    {
        var (bytes, headers) = await BytesAsync(host.Funder, $"{id}/versions/{version}.csv");
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", headers.GetValues("Content-Digest").Single());
        Assert.Equal($"W/\"{sha}\"", headers.ETag!.ToString());
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        Assert.Equal(cells.Count + 1, lines.Count);
        foreach (var (line, cell) in lines.Skip(1).Zip(cells))
        {
            Assert.Equal([id.ToString(), $"{version}", sha, "2026-07-01", "2026-10-01"], line[..5]);
            Assert.Equal(cell.Codes, new[] { line[9], line[11] }.Take(cell.Codes.Count));
            Assert.Equal(cell.Value is null ? ("<5", "true") : (cell.Value.Value.ToString("0.##", CultureInfo.InvariantCulture), "false"), (line[12], line[13]));
        }

        Assert.Contains(lines, line => line[12] == "<5");
    }

    private async Task XlsxAsync(Guid id, int version, string sha, IReadOnlyList<PublishedCell> cells)
    {
        var (bytes, _) = await BytesAsync(host.Funder, $"{id}/versions/{version}.xlsx");
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var sheets = document.WorkbookPart!.Workbook!.Descendants<Sheet>().ToDictionary(sheet => sheet.Name!.Value!,
            sheet => ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>().Select(row => row.Descendants<Cell>().Select(Text).ToList()).ToList());
        Assert.Equal(cells.Select(cell => cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "<5"), sheets["Kennzahlen"].Skip(1).Select(row => row[7]));
        Assert.Equal(cells.Select(cell => cell.Table), sheets["Kennzahlen"].Skip(1).Select(row => row[1]));
        Assert.Contains(sheets["Bericht"], row => row[1] == sha);
        Assert.Contains(sheets["Bericht"], row => row is ["Version", "1"]);

        static string Text(Cell cell) => cell.InlineString?.Text?.Text ?? cell.CellValue!.Text;
    }

    private async Task FrozenAsync(Guid id)
    {
        const string staff = "select set_config('kim.scope','system',true)";
        foreach (var connection in new[] { host.Database.App, host.Database.Owner, host.Database.Superuser })
            foreach (var change in new[]
            {
                $"update report_versions set canonical = '{{}}' where report_id = '{id}'",
                $"update report_versions set state = 'DRAFT' where report_id = '{id}'",
                $"delete from report_versions where report_id = '{id}'",
                $"update report_figures set hidden = '[]' where version_id in (select v.id from report_versions v where v.report_id = '{id}')",
                $"delete from report_figures where version_id in (select v.id from report_versions v where v.report_id = '{id}')",
                "update report_journal set body = '{}'",
                "delete from report_journal",
            })
            {
                var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.QueryAsAsync(connection, $"begin; {staff}; {change}; commit"));
                Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
            }
    }

    private async Task CorrectionAsync(Guid id, string first)
    {
        // Nine late cases: the first version stays as it is, the second tells more.
        await host.TellAsync(Enumerable.Range(100, 9).SelectMany(Late));
        Assert.Equal(first, await host.CanonicalAsync(id, 1));
        (await host.StepAsync(id, "corrections", new { reason = "Neun Fälle wurden nachgetragen" })).Expect(HttpStatusCode.Created);
        await host.ReleaseAsync(id);
        Assert.Equal(first, await host.CanonicalAsync(id, 1));

        var difference = (await host.Officer.CallAsync($"{Api}/reports/{id}/difference?from=1&to=2")).Expect(HttpStatusCode.OK).Json["changes"]!.AsArray();
        var all = difference.Single(change => change!["table"]!.GetValue<string>() == "CASES_FLOW" && change["codes"]!.AsArray().All(code => code!.GetValue<string>() == "*"))!;
        Assert.Equal((24, 33), (all["old"]!["value"]!.GetValue<int>(), all["new"]!["value"]!.GetValue<int>()));
        Assert.All(difference, change => Assert.False(
            change!["old"]!["value"]?.GetValue<decimal>() is { } old && change["new"]!["value"]?.GetValue<decimal>() is { } now
                && change["unit"]!.GetValue<string>() == "COUNT" && Math.Abs(now - old) is > 0 and < 5, change.ToJsonString()));
        var item = Assert.Single((await host.Funder.CallAsync($"{Api}/released-reports")).Json["items"]!.AsArray());
        Assert.Equal([1, 2], item!["versions"]!.AsArray().Select(version => version!["version"]!.GetValue<int>()));
        (await host.Officer.CallAsync($"{Api}/reports/{id}/difference?from=1&to=7")).Expect(HttpStatusCode.NotFound);
    }

    private static IEnumerable<TestEvent> Late(int index)
    {
        var id = Guid.NewGuid();
        yield return new TestEvent(id, 1, new CaseOpened { CaseRef = id, Version = 1, Facts = ReportEvents.Facts(index, new(2026, 9, 28), "ANFRAGE") });
    }

    private static async Task<(byte[] Bytes, System.Net.Http.Headers.HttpResponseHeaders Headers)> BytesAsync(HttpClient client, string path)
    {
        var response = await client.GetAsync($"{Api}/released-reports/{path}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync(), response.Headers);
    }
}

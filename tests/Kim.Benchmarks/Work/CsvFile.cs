using System.Diagnostics;
using Kim.Benchmarks.Load;
using Kim.Benchmarks.Measuring;
using Kim.Benchmarks.Running;
using Kim.Benchmarks.Seed;
using Kim.Benchmarks.Telling;
using Npgsql;

namespace Kim.Benchmarks.Work;

/// <summary>
/// A released report of many figures as CSV, against <c>psql</c> that copies the same lines out of a table. Memory is the peak of
/// funding's process during any of the downloads above what it had before the first.
/// </summary>
internal sealed class CsvFile : IWork
{
    private const double WantedRatio = 1.25, WantedMb = 60;

    private static readonly Guid Report = Guid.Parse("0b000000-0000-4000-8000-000000000001");

    public string Row => "csv";

    public async Task<Outcome> MeasureAsync(BenchSystem system)
    {
        var lines = system.Settings.CsvRows;
        var funding = await system.DatabaseAsync("funding");
        await funding.ExecuteLongAsync(Resource.Text("report.sql").Replace(":lines", Text.Of($"{lines}"), StringComparison.Ordinal));
        await using var service = await system.Start("funding").ReadyAsync();
        using var http = new HttpClient { BaseAddress = service.Address, Timeout = TimeSpan.FromMinutes(3) };
        var (kim, psql, memory) = (new List<double>(), new List<double>(), new List<double>());
        try
        {
            // Idle is what it was before any file: what a download leaves behind in the heap is not free for the next one.
            var idle = await IdleAsync();
            await DownloadAsync();
            for (var round = 1; round <= system.Settings.Rounds; round++)
            {
                ProcessMeter.ForgetPeak(service.Id);
                kim.Add(await DownloadAsync());
                memory.Add(ProcessMeter.PeakMb(service.Id) - idle);
                psql.Add(await CopyAsync(funding));
                Console.WriteLine(Text.Of($"  round {round}: Kim {kim[^1]:0.00} s and {memory[^1]:0} MB, psql {psql[^1]:0.00} s"));
            }
        }
        catch (LoadException refused)
        {
            return Empty(lines) with { Kim = "no file", Met = false, Remarks = [refused.Message] };
        }

        var ratio = new Ratios(kim.Zip(psql, (ours, theirs) => ours / theirs));
        var most = new Ratios(memory).Max;
        return Empty(lines) with
        {
            Kim = Text.Of($"{new Ratios(kim).Median:0.00} s, {most:0} MB above idle"),
            Baseline = Text.Of($"{new Ratios(psql).Median:0.00} s"),
            Ratio = ratio,
            Met = ratio.Median <= WantedRatio && most <= WantedMb,
        };

        async Task<double> IdleAsync()
        {
            using var list = Target.At(service.Address, () => Get("released-reports"));
            await list.SendAsync();
            return ProcessMeter.ResidentMb(service.Id);
        }

        HttpRequestMessage Get(string path) => Target.Get("/api/v1/funding/" + path, system.Issuer.TokenFor(TestAccounts.Funder, "funding"));

        async Task<double> DownloadAsync()
        {
            using var request = Get($"released-reports/{Report}/versions/1.csv");
            var begun = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var body = await answer.Content.ReadAsStreamAsync();
            var ends = await CountLinesAsync(body);
            if (!answer.IsSuccessStatusCode) throw new LoadException($"the download of {lines} lines ended with {(int)answer.StatusCode}");
            SameRows.Equal("lines of the file", ends - 1, lines);
            return Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }
    }

    private Outcome Empty(int lines) => new(Row, Text.Of($"CSV of {lines:N0} rows")) { Wanted = Text.Of($"at most {WantedRatio:0.00} times psql COPY, at most {WantedMb:0} MB above idle"), Met = null };

    private static async Task<int> CountLinesAsync(Stream body)
    {
        var (buffer, ends) = (new byte[65536], 0);
        while (await body.ReadAsync(buffer) is var read and > 0) ends += buffer.AsSpan(0, read).Count((byte)'\n');
        return ends;
    }

    private static async Task<double> CopyAsync(ServiceDatabase database)
    {
        var server = new NpgsqlConnectionStringBuilder(database.Superuser);
        var start = new ProcessStartInfo("psql", ["-X", "-q", "-h", server.Host!, "-p", Text.Of($"{server.Port}"), "-U", server.Username!, "-d", server.Database!, "-c", "copy bench_lines to stdout (format csv, header)"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PGPASSWORD"] = server.Password;
        var begun = Stopwatch.GetTimestamp();
        using var psql = Process.Start(start)!;
        await psql.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await psql.WaitForExitAsync();
        if (psql.ExitCode != 0) throw new InvalidOperationException("psql failed");
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}

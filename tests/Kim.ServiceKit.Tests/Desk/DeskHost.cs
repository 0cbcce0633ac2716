using System.Reflection;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Kim.ServiceKit.Tests.Desk;

/// <summary>Runs the test service on real servers; its tables come from the model, the fences from the kit's own <c>migrate</c>.</summary>
public class DeskHost() : ServiceRig("cases")
{
    private WebApplication? _app;

    protected override IEnumerable<Assembly> Builds => [typeof(DeskDb).Assembly, typeof(KimDbContext).Assembly];

    public IServiceProvider Services => _app!.Services;

    /// <summary>True when the first start is left to the test.</summary>
    public bool StartsLater { get; set; }

    /// <summary>Where the audit's hashes are kept outside the database.</summary>
    public string Anchors { get; } = Directory.CreateTempSubdirectory("kim-anchors-").FullName;

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["Audit:AnchorFolder"] = Anchors;
        settings["Audit:TermsKey"] = "a key of the test, long enough to be one";
    }

    /// <summary>Verifies the audit as <c>dotnet Kim.X.dll verify-audit</c> does.</summary>
    public Task<int> VerifyAuditAsync() => RunAsync("verify-audit");

    /// <summary>Deletes a month of the audit as <c>dotnet Kim.X.dll drop-audit</c> does.</summary>
    public Task<int> DropAuditAsync(string month) => RunAsync("drop-audit", month);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Anchors, recursive: true);
    }

    public override async Task StartAsync()
    {
        if (!StartsLater) _app = await StartAnotherAsync();
    }

    /// <summary>Declares queues and bindings as <c>dotnet Kim.X.dll topology</c> does.</summary>
    public Task<int> DeployTopologyAsync() => RunAsync("topology");

    /// <summary>Sends the kept events again as <c>dotnet Kim.X.dll republish</c> does.</summary>
    public Task<int> RepublishAsync() => RunAsync("republish");

    private async Task<int> RunAsync(params string[] mode)
    {
        string[] owner = [$"--ConnectionStrings:DatabaseOwner={Database.Owner};Pooling=false"];
        await using var app = DeskService.Build([.. Settings().Select(pair => $"--{pair.Key}={pair.Value}"), .. owner], ConfigureServices);
        await app.RunModeAsync<DeskDb>(mode);
        return Environment.ExitCode;
    }

    /// <summary>A second instance of the service, as a cluster would run it; the caller disposes it.</summary>
    public async Task<WebApplication> StartAnotherAsync()
    {
        var app = DeskService.Build([.. Settings().Select(pair => $"--{pair.Key}={pair.Value}")], ConfigureServices);
        await app.StartAsync();
        return app;
    }

    /// <summary>Waits until a message is parked; the row.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ParkedAsync(Guid messageId, string cause) => (await Eventually.GetAsync(
        async () => (await QueryAsync("select * from parked_messages where message_id = $1 and state = 'PARKED'", messageId)).SingleOrDefault(),
        row => row is not null && Equals(row["cause"], cause), TimeSpan.FromSeconds(60), $"the message is parked as {cause}"))!;

    public override async Task StopAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _app = null;
    }

    public override HttpClient Anonymous() => new(new KeyHandler { InnerHandler = new SocketsHttpHandler() })
    {
        BaseAddress = new Uri(_app!.Urls.Single() + "/api/v1/cases/"),
    };

    protected override async Task<int> RunMigrateAsync(string[] arguments)
    {
        await using var app = DeskService.Build(arguments[1..]);
        await using (var source = NpgsqlDataSource.Create(app.Configuration.GetConnectionString("DatabaseOwner")!))
        {
            var options = new DbContextOptionsBuilder<DeskDb>();
            DatabaseSetup.Use(options, source);
            await using var db = new DeskDb(options.Options);
            await db.Database.EnsureCreatedAsync();
        }

        await app.RunModeAsync<DeskDb>(arguments);
        return Environment.ExitCode;
    }
}

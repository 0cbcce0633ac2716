using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.Benchmarks.Bare;

/// <summary>
/// The baselines: what somebody would write who wants the work alone. Minimal API and raw Npgsql, or MassTransit as it comes; no token,
/// no policy, no row-level security, no audit, no telemetry. A process of its own, as Kim's services are.
/// </summary>
internal static class BareProgram
{
    /// <summary>Serves <c>api</c> (<see cref="BareCases"/>) or <c>events</c> (<see cref="BareEvents"/>) until it is ended.</summary>
    public static async Task RunAsync(string mode)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration["HTTP_PORTS"]}");
        builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Database")!));
        if (mode == "events") builder.Services.AddBareBus(builder.Configuration.GetConnectionString("Broker")!);
        var app = builder.Build();
        // The runner asks every program alike; MassTransit's own start waits for the broker before it comes to this.
        app.MapGet("/health/ready", () => new { status = "Healthy" });
        if (mode == "events") app.MapBareEvents();
        else app.MapBareCases();
        await app.RunAsync();
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kim.ServiceDefaults;

/// <summary>Traces, metrics and logs of a process; they leave it only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal static class TelemetryDefaults
{
    public static void AddTelemetry(this IHostApplicationBuilder builder, string name)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeScopes = true;
            // The formatted text of framework messages can quote a URL with its query.
            logging.IncludeFormattedMessage = true;
        });
        // The framework's lines at this level say what the traces say better, and some of them quote paths and queries.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // Failures of the database with their texts, which may quote a value; whoever handles them logs their type.
        foreach (var room in (string[])["Database", "Update", "Query"]) builder.Logging.AddFilter("Microsoft.EntityFrameworkCore." + room, LogLevel.Critical);
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Error);

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (builder.Configuration["OTEL_SERVICE_NAME"] is null) resource.AddService("kim-" + name);
            })
            .WithTracing(tracing => tracing
                .AddSource("Kim.*", "MassTransit", "Npgsql", "Yarp.ReverseProxy")
                .AddAspNetCoreInstrumentation(options => options.Filter = IsNoProbe)
                .AddHttpClientInstrumentation()
                .AddProcessor(new FailureTexts()))
            .WithMetrics(metrics => metrics
                .AddMeter("Kim.*", "MassTransit", "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation());
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) telemetry.UseOtlpExporter();
    }

    private static bool IsNoProbe(HttpContext http) => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}

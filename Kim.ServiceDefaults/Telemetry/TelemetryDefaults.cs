using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kim.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs of a process; they leave it only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Of the traces a part is kept:
/// <c>Telemetry:TraceRatio</c> (0 to 1), unless set all in development and a tenth elsewhere; <c>OTEL_TRACES_SAMPLER</c> comes first. Whoever
/// begins a trace decides for all programs on its way. The id of a trace stands in answers, logs and audit whether it is kept or not.
/// </summary>
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
            .WithTracing(tracing => Sampled(tracing, builder)
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

    private static TracerProviderBuilder Sampled(TracerProviderBuilder tracing, IHostApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_TRACES_SAMPLER"] is not null) return tracing;
        var ratio = builder.Configuration.GetValue("Telemetry:TraceRatio", builder.Environment.IsDevelopment() ? 1.0 : 0.1);
        return tracing.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(ratio)));
    }

    private static bool IsNoProbe(HttpContext http) => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}

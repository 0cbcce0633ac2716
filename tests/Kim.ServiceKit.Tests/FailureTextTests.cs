using System.Collections.Concurrent;
using System.Diagnostics;
using Kim.Contracts.Network;
using Kim.ServiceKit.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Kim.ServiceKit.Tests;

/// <summary>The texts of failures may quote a person: spans leave with the failure's type alone.</summary>
public sealed class FailureTextTests(FailureTextTests.ExportingDesk host) : IClassFixture<FailureTextTests.ExportingDesk>
{
    [Fact]
    public async Task A_span_of_a_failure_tells_its_type_and_not_its_text()
    {
        var message = Guid.NewGuid();
        await host.PublishAsync(new MeasureStarted { MeasureId = Guid.NewGuid(), Version = 1, ResolutionId = Guid.NewGuid(), ThemeId = Guid.Empty, StartedOn = new DateOnly(2026, 9, 1) }, message);
        await host.ParkedAsync(message, "FAILED");
        // A refusal of the database, told by its driver.
        using var client = host.ClientFor(TestAccounts.CaseManager);
        (await client.PostAsync("notes", new { text = "a\0b" })).ExpectProblem(System.Net.HttpStatusCode.BadRequest, "text-invalid");
        (await client.PostAsync("notes", new { text = "lose the connection" })).Expect(System.Net.HttpStatusCode.ServiceUnavailable);

        await host.EventuallyAsync(() => Task.FromResult(host.Spans.Any(span => span.Contains("source=MassTransit", StringComparison.Ordinal) && span.Contains("error.type=System.InvalidOperationException", StringComparison.Ordinal))));
        await host.EventuallyAsync(() => Task.FromResult(host.Spans.Any(span => span.Contains("source=Npgsql", StringComparison.Ordinal) && span.Contains("status=Error", StringComparison.Ordinal))));
        Assert.DoesNotContain(host.Spans, span => span.Contains("poison", StringComparison.Ordinal) || span.Contains("exception.", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Spans, span => span.Contains("terminating connection", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(host.Spans, span => span.Contains("invalid byte sequence", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The test service, which keeps what it would export.</summary>
    public sealed class ExportingDesk : DeskHost
    {
        private readonly Keep _kept = new();

        public IReadOnlyCollection<string> Spans => _kept.Spans;

        protected override void ConfigureServices(IServiceCollection services)
        {
            base.ConfigureServices(services);
            services.ConfigureOpenTelemetryTracerProvider((_, tracing) => tracing.AddProcessor(new SimpleActivityExportProcessor(_kept)));
        }
    }

    private sealed class Keep : BaseExporter<Activity>
    {
        public ConcurrentQueue<string> Spans { get; } = new();

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                var tags = string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
                var events = string.Join(' ', span.Events.Select(happened => happened.Name + " " + string.Join(' ', happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))));
                Spans.Enqueue($"source={span.Source.Name} {span.DisplayName} status={span.Status} {span.StatusDescription} {tags} {events}");
            }

            return ExportResult.Success;
        }
    }
}

using Kim.Contracts.Network;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kim.ServiceKit.Tests;

/// <summary>A service that has stopped dealing with its messages ends, so that whoever runs it starts it again (quality.md B.3, #2072 and #5692).</summary>
public sealed class DeafConsumerTests(DeafConsumerTests.DeafDesk host) : IClassFixture<DeafConsumerTests.DeafDesk>
{
    private const int MoreThanInHand = 20;

    [Fact]
    public async Task A_service_ends_when_messages_wait_and_none_is_dealt_with()
    {
        try
        {
            for (var i = 0; i < MoreThanInHand; i++)
                await host.PublishAsync(new MeasureStarted { MeasureId = Guid.NewGuid(), Version = 1, ResolutionId = Guid.NewGuid(), ThemeId = OnMeasureStarted.Slow, StartedOn = new DateOnly(2026, 9, 1) });
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            await Eventually.HoldsAsync(() => Task.FromResult(stopping.IsCancellationRequested), TimeSpan.FromSeconds(60), "the service ends");
            Assert.Equal(MessagingWatch.CutOff, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    /// <summary>The test service, with handlers that may take longer than it accepts silence.</summary>
    public sealed class DeafDesk : DeskHost
    {
        protected override void ConfigureServices(IServiceCollection services)
        {
            base.ConfigureServices(services);
            services.AddSingleton(new MessagingTimes { Handler = TimeSpan.FromMinutes(1), Silence = TimeSpan.FromSeconds(3), Sample = TimeSpan.FromSeconds(1) });
        }
    }
}

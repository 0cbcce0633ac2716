using System.Net;
using System.Reflection;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Tests.Desk;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kim.ServiceKit.Tests;

/// <summary>A service whose events do not get out although the broker takes messages ends, so that whoever runs it starts it again (quality.md B.3).</summary>
public sealed class MuteServiceTests(MuteServiceTests.MuteDesk host) : IClassFixture<MuteServiceTests.MuteDesk>
{
    [Fact]
    public async Task A_service_ends_when_no_event_gets_out_although_the_broker_takes_messages()
    {
        var client = host.ClientFor(TestAccounts.CaseManager);
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            var note = (await client.PostAsync("notes", new { text = "note" })).Expect(HttpStatusCode.Created).Id;
            host.Broker.Proxy.Cut();
            (await client.PostAsync($"notes/{note}/marks", new { })).Expect(HttpStatusCode.OK);
            await Task.Delay(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);
            Assert.False(stopping.IsCancellationRequested, "it ended while the broker was away");

            host.Broker.Proxy.Mend();
            await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
            Assert.False(stopping.IsCancellationRequested, "it ended before MassTransit could find the broker");
            await Eventually.HoldsAsync(() => Task.FromResult(stopping.IsCancellationRequested), TimeSpan.FromSeconds(60), "the service ends");
            Assert.Equal(MessagingWatch.CutOff, Environment.ExitCode);
            Assert.Equal(1L, await host.Database.ScalarAsync<long>("select count(*) from outbox where aggregate_id = $1 and published_at is null", note));
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    /// <summary>The test service with a bus that is connected and whose publishes never end, whatever their token says.</summary>
    public sealed class MuteDesk : DeskHost
    {
        protected override void ConfigureServices(IServiceCollection services)
        {
            base.ConfigureServices(services);
            services.AddSingleton(new MessagingTimes { Silence = TimeSpan.FromSeconds(8), Sample = TimeSpan.FromSeconds(1) });
            services.AddSingleton(provider => new EventPublisher(DispatchProxy.Create<IBus, NeverEnding>(), provider.GetRequiredService<PublishPulse>()));
        }
    }

    /// <summary>A bus whose every call hangs.</summary>
    public class NeverEnding : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new TaskCompletionSource().Task;
    }
}

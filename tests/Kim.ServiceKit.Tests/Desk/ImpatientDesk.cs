using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceKit.Tests.Desk;

/// <summary>The test service with short times, so that their ends can be watched; what happens then is the product's.</summary>
public sealed class ImpatientDesk : DeskHost
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.PostConfigure<RequestTimeoutOptions>(timeouts =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Patience, WriteTimeoutResponse = timeouts.DefaultPolicy!.WriteTimeoutResponse });
        services.PostConfigure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.RequestHeadersTimeout = Patience;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1000, TimeSpan.FromSeconds(1.5));
        });
    }
}

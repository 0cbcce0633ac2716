using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.AppHost.Local;

/// <summary>The host of the engine: hears the signals to stop, and serves the resource service on loopback to who knows the key.</summary>
internal static class ResourceServer
{
    public static WebApplication Build(DistributedApplicationBuilder application, Board board, List<Supervisor> supervisors)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, application.Dashboard.ResourceService.Port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(application).AddSingleton(application.Dashboard).AddSingleton(board).AddSingleton(supervisors)
            .AddSingleton<ResourceMapper>().AddGrpc();
        var app = builder.Build();
        var key = Encoding.UTF8.GetBytes(application.Dashboard.Key("resource-key"));
        app.Use((context, next) =>
        {
            var given = Encoding.UTF8.GetBytes(context.Request.Headers["x-resource-service-api-key"].ToString());
            return CryptographicOperations.FixedTimeEquals(given, key) ? next(context) : Results.Unauthorized().ExecuteAsync(context);
        });
        app.MapGrpcService<ResourceService>();
        return app;
    }
}

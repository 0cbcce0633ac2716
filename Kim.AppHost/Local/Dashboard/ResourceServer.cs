using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kim.AppHost.Local;

/// <summary>Serves the resource service on loopback to who knows the key.</summary>
internal static class ResourceServer
{
    public static async Task<WebApplication> StartAsync(
        DashboardProcess dashboard, Board board, Telemetry telemetry, Supervisors supervisors)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Error)
            .AddSimpleConsole(console => console.ColorBehavior = Microsoft.Extensions.Logging.Console.LoggerColorBehavior.Disabled);
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, dashboard.ResourceServicePort, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(board).AddSingleton(telemetry).AddSingleton(supervisors).AddSingleton<ResourceMapper>();
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<KeyCheck>(dashboard.ResourceServiceKey));
        var app = builder.Build();
        app.MapGrpcService<ResourceService>();
        await app.StartAsync();
        return app;
    }

    private sealed class KeyCheck(string key) : Interceptor
    {
        private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Check(context);
            return continuation(request, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Check(context);
            return continuation(request, responseStream, context);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Check(context);
            return continuation(requestStream, responseStream, context);
        }

        private void Check(ServerCallContext context)
        {
            var given = context.RequestHeaders.GetValue("x-resource-service-api-key") ?? "";
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _key))
                throw new RpcException(new Status(StatusCode.Unauthenticated, "The resource service's key is missing or wrong."));
        }
    }
}

using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// The clients of PostgreSQL and RabbitMQ as Aspire's components make them, with its traces and metrics. The kit's own health checks stay:
/// they tell degraded from dead. PlainClients.cs stands in its place when <c>UseAspire</c> is off.
/// </summary>
internal static class ServerClients
{
    public static void AddServerClients(this WebApplicationBuilder builder)
    {
        builder.AddNpgsqlDataSource("Database", settings =>
        {
            settings.ConnectionString = DatabaseSetup.AppConnection(builder.Configuration);
            settings.DisableHealthChecks = true;
        });
        builder.AddRabbitMQClient("Broker", settings => settings.DisableHealthChecks = true, BrokerLink.Shape);
    }
}

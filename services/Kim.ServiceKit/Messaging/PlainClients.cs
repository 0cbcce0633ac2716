using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// The clients of PostgreSQL and RabbitMQ without Aspire's packages: the same services from the same connection strings. AspireClients.cs
/// stands in its place when <c>UseAspire</c> is on; nothing else of a service knows the difference.
/// </summary>
internal static class ServerClients
{
    public static void AddServerClients(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(DatabaseSetup.AppConnection(builder.Configuration)));
        builder.Services.AddSingleton<IConnectionFactory>(_ =>
        {
            var factory = new ConnectionFactory { Uri = new Uri(builder.Configuration.GetConnectionString("Broker")!) };
            BrokerLink.Shape(factory);
            return factory;
        });
    }
}

using Kim.ServiceKit.Data;
using Kim.ServiceKit.Figures;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Persons;
using Kim.ServiceKit.Profile;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceKit;

/// <summary>What a service tells the kit: which events it consumes and which part of the profile it takes over.</summary>
/// <typeparam name="TDb">The service's context.</typeparam>
public sealed class KitBuilder<TDb> where TDb : KimDbContext
{
    private readonly IServiceCollection _services;
    private readonly string _service;

    internal KitBuilder(IServiceCollection services, string service) => (_services, _service) = (services, service);

    internal List<Subscription> Subscriptions { get; } = [];

    /// <summary>Subscribes a consumer on a queue of its own, <c>{service}-{event}</c>.</summary>
    /// <typeparam name="TConsumer">A class <c>On{Event}</c> in <c>Consumers</c>.</typeparam>
    /// <typeparam name="TEvent">An event of Kim.Contracts.</typeparam>
    public KitBuilder<TDb> Consumes<TConsumer, TEvent>()
        where TConsumer : class, IConsumer<TEvent>
        where TEvent : class
    {
        Subscriptions.Add(new Subscription(
            typeof(TEvent),
            bus => bus.AddConsumer<TConsumer>(),
            (endpoint, context) => endpoint.ConfigureConsumer<TConsumer>(context)));
        return this;
    }

    /// <summary>Names what the service holds of persons: for the copy of their data and for erasure.</summary>
    /// <param name="holdings">The tables.</param>
    public KitBuilder<TDb> HoldsPersons(PersonHoldings holdings)
    {
        _services.AddSingleton(holdings);
        _services.AddScoped(provider => new PersonRows(
            provider.GetRequiredService<KimDbContext>(), holdings, provider.GetRequiredService<TimeProvider>(), _service));
        return this;
    }

    /// <summary>Names a count of the service's work that ops sees.</summary>
    /// <param name="figure">The count.</param>
    public KitBuilder<TDb> Shows(DomainFigure figure)
    {
        _services.AddSingleton(figure);
        return this;
    }

    /// <summary>Names the service's importer of the profile; <c>migrate</c> runs it.</summary>
    /// <typeparam name="TPart">The importer.</typeparam>
    public KitBuilder<TDb> ImportsProfile<TPart>() where TPart : class, IProfilePart<TDb>
    {
        _services.AddScoped<IProfilePart<TDb>, TPart>();
        return this;
    }
}

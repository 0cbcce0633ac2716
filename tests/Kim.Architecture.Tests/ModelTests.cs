using System.Reflection;
using Kim.ServiceKit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kim.Architecture.Tests;

/// <summary>The model of each service as its migrations build it.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> WithDatabase => [.. House.Services, "Kim.Identity"];

    [Theory, MemberData(nameof(WithDatabase))]
    public void The_migrations_hold_the_whole_model(string assembly)
    {
        using var db = Context(assembly);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"{assembly}: dotnet ef migrations add <WhatItDoes> --project services/{assembly} -o Data/Migrations");
    }

    [Theory, MemberData(nameof(WithDatabase))]
    public void Each_aggregate_that_is_updated_over_HTTP_has_a_row_version(string assembly)
    {
        using var db = Context(assembly);
        Assert.Contains(db.Model.GetEntityTypes(), type => type.GetProperties().Any(property => property is { IsConcurrencyToken: true }));
    }

    internal static KimDbContext Context(string assembly)
    {
        var factory = Assembly.Load(assembly).GetTypes().Single(type => IsFactory(type.BaseType));
        return (KimDbContext)factory.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(factory), [Array.Empty<string>()])!;
    }

    private static bool IsFactory(Type? type) => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(KimDbFactory<>);
}

namespace Kim.ServiceKit.Tests;

/// <summary>The test rig itself: what it hands out is what production hands out.</summary>
public sealed class RigTests
{
    [Fact]
    public async Task A_service_gets_a_database_with_two_roles_of_which_the_application_owns_nothing()
    {
        await using var database = await ServiceDatabase.CreateAsync("rig");
        await database.QueryAsAsync(database.Owner, "create table things (id int)");
        var denied = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.QueryAsAsync(database.App, "select * from things"));
        Assert.Equal("42501", denied.SqlState);
        Assert.False(await database.ScalarAsync<bool>("select bool_or(rolsuper or rolbypassrls) from pg_roles where rolname like 'rig\\_%'"));
    }

    [Fact]
    public async Task A_vhost_carries_events_and_its_wire_can_be_cut()
    {
        await using var space = await BrokerSpace.CreateAsync("rig");
        var id = Guid.NewGuid();
        await space.PublishAsync(TestAccounts.CaseManager.AsEvent(), id);
        var heard = await space.WaitForAsync<Kim.Contracts.Identity.AccountChanged>(account => account.AccountId == TestAccounts.CaseManager.Id);
        Assert.Equal("cm-1", heard.Position);
        Assert.Equal(id.ToString(), space.Heard.Single().MessageId);

        var factory = new RabbitMQ.Client.ConnectionFactory { Uri = space.Service };
        await using (await factory.CreateConnectionAsync())
            space.Proxy.Cut();
        await Assert.ThrowsAnyAsync<Exception>(() => factory.CreateConnectionAsync());
        space.Proxy.Mend();
        await using var again = await factory.CreateConnectionAsync();
        Assert.True(again.IsOpen);
    }
}

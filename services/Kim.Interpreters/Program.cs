using Kim.Contracts.Cases;
using Kim.Interpreters;
using Kim.Interpreters.Consumers;
using Kim.Interpreters.Reference;
using Kim.ServiceKit;
using Kim.ServiceKit.Audit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("interpreters");
builder.AddServiceKit<InterpretersDb>("interpreters", InterpretersPolicies.Table, kit => kit
    .Consumes<OnInterpreterRequested, InterpreterRequested>()
    .Consumes<OnInterpreterRequestCancelled, InterpreterRequestCancelled>()
    .Consumes<OnInterpretersReferenceErased, InterpretersReferenceErased>()
    .HoldsPersons(BookingHoldings.All)
    .Shows(InterpretersFigures.Unserved)
    .ImportsProfile<InterpretersProfile>());
builder.Services.AddValidation();

var app = builder.Build();
if (await app.RunModeAsync<InterpretersDb>(args)) return Environment.ExitCode;

app.UseServiceDefaults();
app.UseServiceKit<InterpretersDb>();
InterpretersApi.Map(app.MapApi("interpreters").ForPurpose(Purposes.Interpreting).MapAudit());
app.Run();
return 0;

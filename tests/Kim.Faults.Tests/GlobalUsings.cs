global using Kim.Faults.Tests.Checks;
global using Kim.Faults.Tests.Load;
global using Kim.Faults.Tests.Running;

[assembly: Xunit.AssemblyFixture(typeof(FaultSystem))]

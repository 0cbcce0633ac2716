using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Kim.Architecture.Tests;

/// <summary>The built assemblies of the house, read without running them.</summary>
internal static class House
{
    public static readonly string[] Services = ["Kim.Cases", "Kim.Network", "Kim.Interpreters", "Kim.Funding", "Kim.Naturalisation"];

    private static readonly Dictionary<string, AssemblyDefinition> Read = [];

    public static AssemblyDefinition Assembly(string name)
    {
        lock (Read)
        {
            if (Read.TryGetValue(name, out var known)) return known;
            var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            return Read[name] = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { ReadSymbols = true, InMemory = true });
        }
    }

    /// <summary>Types of a room with everything nested in them (lambdas and async bodies included).</summary>
    public static IEnumerable<TypeDefinition> Room(string assembly, string ns) => Assembly(assembly).MainModule.Types
        .Where(type => type.Namespace == ns || type.Namespace.StartsWith(ns + ".", StringComparison.Ordinal))
        .SelectMany(WithNested);

    public static IEnumerable<TypeDefinition> AllTypes(string assembly) => Assembly(assembly).MainModule.Types.SelectMany(WithNested);

    public static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    /// <summary>Full names of all types that a type touches: bases, members, locals and instructions.</summary>
    public static IEnumerable<string> Touches(TypeDefinition type)
    {
        var found = new List<TypeReference?> { type.BaseType };
        found.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        found.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        found.AddRange(type.Fields.Select(field => field.FieldType));
        foreach (var method in type.Methods)
        {
            found.Add(method.ReturnType);
            found.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (!method.HasBody) continue;
            found.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
            found.AddRange(method.Body.Instructions.SelectMany(OfInstruction));
        }

        return found.OfType<TypeReference>().SelectMany(Parts).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<TypeReference?> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<string> Parts(TypeReference type)
    {
        if (type is GenericInstanceType generic)
            return generic.GenericArguments.SelectMany(Parts).Append(Name(generic.ElementType));
        return type is TypeSpecification specification ? Parts(specification.ElementType) : [Name(type)];
    }

    private static string Name(TypeReference type) => type.FullName.Replace('/', '.');
}

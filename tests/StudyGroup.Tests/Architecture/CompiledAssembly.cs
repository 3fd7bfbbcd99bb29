using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace StudyGroup.Tests.Architecture;

/// <summary>A product assembly as the compiler left it: its types, and for each of them everything it mentions, method bodies included.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader file;

    public CompiledAssembly(string path)
    {
        file = new PEReader(File.OpenRead(path));
        Metadata = file.GetMetadataReader();
        Name = Path.GetFileNameWithoutExtension(path);
    }

    public string Name { get; }

    public MetadataReader Metadata { get; }

    /// <summary>The product's assemblies beside the tests: all but the tests themselves and what people load by hand.</summary>
    public static IReadOnlyList<string> ProductFiles { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "StudyGroup*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static CompiledAssembly Core() => new(Path.Combine(AppContext.BaseDirectory, "StudyGroup.dll"));

    public IEnumerable<string> References => Metadata.AssemblyReferences.Select(handle => Metadata.GetString(Metadata.GetAssemblyReference(handle).Name));

    /// <summary>The outermost type that a type is written in: lambdas and state machines belong to it.</summary>
    public TypeDefinition OutermostOf(TypeDefinitionHandle handle)
    {
        var type = Metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = Metadata.GetTypeDefinition(type.GetDeclaringType());
        return type;
    }

    public string FullNameOf(TypeDefinitionHandle handle)
    {
        var type = OutermostOf(handle);
        return $"{Metadata.GetString(type.Namespace)}.{Metadata.GetString(type.Name)}";
    }

    public MethodBodyBlock? BodyOf(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? null : file.GetMethodBody(method.RelativeVirtualAddress);

    /// <summary>Every instruction of every method, with the method it stands in.</summary>
    public IEnumerable<(MethodDefinition Method, IReadOnlyList<Instruction> Instructions)> Bodies()
    {
        foreach (var handle in Metadata.MethodDefinitions)
        {
            var method = Metadata.GetMethodDefinition(handle);
            if (BodyOf(method) is { } body)
                yield return (method, Instruction.Decode(body.GetILReader()));
        }
    }

    /// <summary>Type and name of a called member, such as <c>System.DateTime.get_Now</c>.</summary>
    public string? NameOfMember(EntityHandle token) => token.Kind switch
    {
        HandleKind.MemberReference => OfReference(Metadata.GetMemberReference((MemberReferenceHandle)token)),
        HandleKind.MethodSpecification => NameOfMember(Metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
        HandleKind.MethodDefinition => OfDefinition(Metadata.GetMethodDefinition((MethodDefinitionHandle)token)),
        _ => null,
    };

    public void Dispose() => file.Dispose();

    private string OfDefinition(MethodDefinition method) => $"{FullNameOf(method.GetDeclaringType())}.{Metadata.GetString(method.Name)}";

    private string? OfReference(MemberReference member) => NameOfType(member.Parent) is { } type ? $"{type}.{Metadata.GetString(member.Name)}" : null;

    private string? NameOfType(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = Metadata.GetTypeReference((TypeReferenceHandle)handle);
                return $"{Metadata.GetString(reference.Namespace)}.{Metadata.GetString(reference.Name)}";
            case HandleKind.TypeDefinition:
                return FullNameOf((TypeDefinitionHandle)handle);
            case HandleKind.TypeSpecification:
                var blob = Metadata.GetBlobReader(Metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature);
                // GENERICINST, then CLASS or VALUETYPE, then the generic type itself.
                return blob.ReadByte() == (byte)SignatureTypeCode.GenericTypeInstance && blob.ReadByte() is 0x11 or 0x12 ? NameOfType(blob.ReadTypeHandle()) : null;
            default:
                return null;
        }
    }
}

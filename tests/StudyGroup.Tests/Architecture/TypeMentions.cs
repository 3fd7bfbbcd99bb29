using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace StudyGroup.Tests.Architecture;

/// <summary>Collects which of the assembly's own types a type mentions: in its bases, fields, signatures, attributes, and in the bodies of its methods.</summary>
internal sealed class TypeMentions(CompiledAssembly assembly) : ISignatureTypeProvider<int, int>
{
    private readonly MetadataReader metadata = assembly.Metadata;
    private readonly HashSet<TypeDefinitionHandle> found = [];

    public IReadOnlySet<TypeDefinitionHandle> Of(TypeDefinitionHandle handle)
    {
        found.Clear();
        var type = metadata.GetTypeDefinition(handle);
        Visit(type.BaseType);
        foreach (var contract in type.GetInterfaceImplementations())
            Visit(metadata.GetInterfaceImplementation(contract).Interface);
        foreach (var field in type.GetFields())
            metadata.GetFieldDefinition(field).DecodeSignature(this, 0);
        foreach (var parameter in type.GetGenericParameters())
            VisitConstraints(metadata.GetGenericParameter(parameter));
        foreach (var method in type.GetMethods())
            VisitMethod(metadata.GetMethodDefinition(method));
        VisitAttributes(type.GetCustomAttributes());
        return found.ToHashSet();
    }

    private void VisitMethod(MethodDefinition method)
    {
        method.DecodeSignature(this, 0);
        VisitAttributes(method.GetCustomAttributes());
        foreach (var parameter in method.GetGenericParameters())
            VisitConstraints(metadata.GetGenericParameter(parameter));
        if (assembly.BodyOf(method) is not { } body)
            return;

        if (!body.LocalSignature.IsNil)
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, 0);
        foreach (var region in body.ExceptionRegions)
            Visit(region.CatchType);
        foreach (var instruction in Instruction.Decode(body.GetILReader()))
            Visit(instruction.Token);
    }

    private void VisitConstraints(GenericParameter parameter)
    {
        foreach (var constraint in parameter.GetConstraints())
            Visit(metadata.GetGenericParameterConstraint(constraint).Type);
    }

    private void VisitAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
            Visit(metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void Visit(EntityHandle handle)
    {
        if (handle.IsNil)
            return;

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                found.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, 0);
                break;
            case HandleKind.MethodDefinition:
                found.Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                found.Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Visit(generic.Method);
                generic.DecodeSignature(this, 0);
                break;
            case HandleKind.MemberReference:
                VisitMember(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
        }
    }

    private void VisitMember(MemberReference member)
    {
        Visit(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
            member.DecodeFieldSignature(this, 0);
        else
            member.DecodeMethodSignature(this, 0);
    }

    int ISignatureTypeProvider<int, int>.GetFunctionPointerType(MethodSignature<int> signature) => 0;

    int ISignatureTypeProvider<int, int>.GetGenericMethodParameter(int genericContext, int index) => 0;

    int ISignatureTypeProvider<int, int>.GetGenericTypeParameter(int genericContext, int index) => 0;

    int ISignatureTypeProvider<int, int>.GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

    int ISignatureTypeProvider<int, int>.GetPinnedType(int elementType) => 0;

    int ISignatureTypeProvider<int, int>.GetTypeFromSpecification(MetadataReader reader, int genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        Visit(handle);
        return 0;
    }

    int ISimpleTypeProvider<int>.GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

    int ISimpleTypeProvider<int>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        found.Add(handle);
        return 0;
    }

    int ISimpleTypeProvider<int>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;

    int IConstructedTypeProvider<int>.GetArrayType(int elementType, ArrayShape shape) => 0;

    int IConstructedTypeProvider<int>.GetByReferenceType(int elementType) => 0;

    int IConstructedTypeProvider<int>.GetGenericInstantiation(int genericType, ImmutableArray<int> typeArguments) => 0;

    int IConstructedTypeProvider<int>.GetPointerType(int elementType) => 0;

    int ISZArrayTypeProvider<int>.GetSZArrayType(int elementType) => 0;
}

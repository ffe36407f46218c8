"""From a request to an answer: parse, count, validate, count again, execute, mask.

Each step keeps the next one cheap. Tokens are counted before parsing; fragments, aliases,
directives, repeated fields and depth before validation, whose rules are worse than linear; the cost
before execution; and in execution the fields that fail. What does not depend on variables is done
once for a document and kept. Follows https://spec.graphql.org/draft/#sec-Execution over any schema
of graphql-core whose resolvers are synchronous. Must not know HTTP, nor which schema it runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import getsizeof
from typing import Any, Final

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    VariableValues,
    execute_sync,
    get_introspection_query,
    get_variable_values,
    parse,
    validate,
)

from pledgegraph.errors import InvalidArgument, InvalidRequest, NotFound, PledgegraphError
from pledgegraph.graphql.bounded_cache import BoundedCache
from pledgegraph.graphql.cost import ASSUMED_ORGANISATIONS, Cost, CostModel
from pledgegraph.graphql.field_errors import FieldErrors, Halted
from pledgegraph.graphql.limits import (
    Limits,
    check_depth_of_variables,
    check_document,
    check_limit,
    count_nesting,
    count_tokens,
    exceed,
)
from pledgegraph.graphql.masking import describe_error, give_code, mask_errors, name_problem
from pledgegraph.graphql.plain_fields import PlainExecutor
from pledgegraph.graphql.request import GraphQLRequest, format_variables, hash_document

READING: Final = (OperationType.QUERY,)
READING_AND_WRITING: Final = (OperationType.QUERY, OperationType.MUTATION)

# Measured: a token of a parsed document takes 300 to 410 bytes with its nodes and places.
_BYTES_PER_TOKEN: Final = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request comes to. Without `data` in its result, nothing was executed."""

    result: Mapping[str, Any]
    operation: OperationType | None = None
    cost: Cost | None = None

    @property
    def code(self) -> str | None:
        """The code of the first error, or None without one."""
        errors: Sequence[Mapping[str, Any]] = self.result.get("errors", ())
        return str(errors[0]["extensions"]["code"]) if errors else None

    @property
    def is_executed(self) -> bool:
        """Whether resolvers ran, with errors or without."""
        return "data" in self.result

    @property
    def is_repeatable(self) -> bool:
        """Whether the same request on the same data has this answer again: it may be kept."""
        return self.code is None and self.operation is OperationType.QUERY


@dataclass(frozen=True, slots=True)
class RequestKey:
    """What makes two requests the same request: document, operation, canonical variables."""

    document: bytes
    operation_name: str | None
    variables: bytes


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A document that was parsed and counted, and what validation found wrong with it."""

    document: DocumentNode
    operations: Mapping[str | None, OperationDefinitionNode]
    problems: tuple[GraphQLError, ...]


class _Refused(Exception):
    """Errors of a whole request: nothing is executed."""

    def __init__(self, errors: Sequence[GraphQLError]) -> None:
        super().__init__(errors)
        self.errors = errors


class Executor:
    """Executes requests over one schema, within limits, and keeps the documents it has prepared."""

    def __init__(
        self,
        schema: GraphQLSchema,
        *,
        limits: Limits | None = None,
        max_documents: int = 256,
        max_document_bytes: int = 16_000_000,
        organisations: int = ASSUMED_ORGANISATIONS,
    ) -> None:
        """Execute over `schema`, keeping at most so many prepared documents, of so many bytes.

        What looks at all organisations costs by how many `organisations` there are.
        """
        self.limits = limits or Limits()
        self._schema = schema
        self._costs = CostModel(schema, organisations=organisations)
        self._documents: BoundedCache[bytes, _Prepared] = BoundedCache(
            max_entries=max_documents, max_bytes=max_document_bytes
        )
        self._introspection_limit = self._measure_introspection_limit()

    def name_request(self, request: GraphQLRequest) -> RequestKey:
        """Return what names `request` in a cache of answers.

        Raises:
            LimitExceeded: its variables are too large or nest too deep.
            InvalidRequest: its variables are no JSON.
        """
        check_depth_of_variables(request.variables, self.limits)
        variables = format_variables(request.variables)
        maximum = self.limits.variables_bytes
        check_limit("variables-bytes", maximum=maximum, found=len(variables))
        return RequestKey(hash_document(request.query), request.operation_name, variables)

    def execute(
        self,
        request: GraphQLRequest,
        *,
        context: object = None,
        allowed: Sequence[OperationType] = READING_AND_WRITING,
    ) -> Answer:
        """Answer `request`, giving `context` to every resolver.

        Only the `allowed` kinds of operation are executed. An error is told in the answer, never
        raised.
        """
        kind: OperationType | None = None
        try:
            prepared = self._prepare(self.name_request(request).document, request.query)
            operation = _get_operation(prepared.operations, request.operation_name)
            kind = operation.operation
            _check_kind(kind, allowed)
            if prepared.problems:
                raise _Refused(prepared.problems)
            cost = self._check_cost(prepared.document, operation, request.variables)
        except PledgegraphError as error:
            return _refuse([describe_error(error)], kind)
        except _Refused as refused:
            return _refuse(refused.errors, kind)
        return self._run(prepared.document, request, kind, cost, context)

    def _prepare(self, name: bytes, source: str) -> _Prepared:
        prepared = self._documents.find(name)
        if prepared is None:
            tokens = count_tokens(source)
            check_limit("tokens", maximum=self.limits.tokens, found=tokens)
            # The parser would call deep nesting a syntax error.
            nesting = count_nesting(source)
            check_limit("nesting", maximum=self.limits.nesting, found=nesting)
            prepared = self._parse_and_validate(source)
            size = tokens * _BYTES_PER_TOKEN + getsizeof(source)
            self._documents.add(name, prepared, size=size)
        return prepared

    def _parse_and_validate(self, source: str) -> _Prepared:
        try:
            document = parse(source, max_lexical_tokens=self.limits.tokens)
        except GraphQLSyntaxError as error:
            raise _Refused([give_code(error, "SYNTAX_ERROR")]) from error
        check_document(document, self.limits)
        # Suggestions ("Did you mean …?") would tell the schema even where introspection is off.
        problems = validate(
            self._schema, document, max_errors=self.limits.errors, hide_suggestions=True
        )
        operations: dict[str | None, OperationDefinitionNode] = {}
        for definition in document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                name = definition.name.value if definition.name else None
                operations.setdefault(name, definition)
        return _Prepared(document, operations, tuple(name_problem(problem) for problem in problems))

    def _check_cost(
        self,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        given: Mapping[str, Any],
    ) -> Cost:
        variables = get_variable_values(
            self._schema,
            operation.variable_definitions or (),
            dict(given),
            max_errors=self.limits.errors,
            hide_suggestions=True,
        )
        if not isinstance(variables, VariableValues):
            raise _Refused([give_code(error, "BAD_VARIABLES") for error in variables])
        try:
            cost = self._costs.measure(document, operation, variables)
        except GraphQLError as error:
            raise _Refused([give_code(error, "BAD_VARIABLES")]) from error
        check_limit("cost", maximum=self.limits.cost, found=cost.data)
        maximum = self._introspection_limit
        check_limit("introspection-cost", maximum=maximum, found=cost.introspection)
        return cost

    def _measure_introspection_limit(self) -> int:
        """Return what tools may ask about the schema: what they all do ask, twice over."""
        document = parse(get_introspection_query(input_value_deprecation=True))
        operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
        asked = self._costs.measure(document, operation, VariableValues({}, {}))
        return max(self.limits.cost, 2 * asked.introspection)

    def _run(
        self,
        document: DocumentNode,
        request: GraphQLRequest,
        kind: OperationType,
        cost: Cost,
        context: object,
    ) -> Answer:
        field_errors = FieldErrors(maximum=self.limits.field_errors)
        try:
            execution = execute_sync(
                self._schema,
                document,
                context_value=context,
                variable_values=dict(request.variables),
                operation_name=request.operation_name,
                max_coercion_errors=self.limits.errors,
                middleware=(field_errors,),
                executor_class=PlainExecutor,
                hide_suggestions=True,
            )
        except Halted as halted:
            error = exceed("field-errors", maximum=self.limits.field_errors, found=halted.found)
            return _refuse([describe_error(error), *mask_errors([halted.last])], kind)
        result: dict[str, Any] = {"data": execution.data}
        if execution.errors:
            errors = [error.formatted for error in mask_errors(execution.errors)]
            result = {"errors": errors, **result}
        return Answer(result, kind, cost)


def _get_operation(
    operations: Mapping[str | None, OperationDefinitionNode], name: str | None
) -> OperationDefinitionNode:
    """Return the operation to execute, https://spec.graphql.org/draft/#GetOperation()."""
    names = tuple(known for known in operations if known is not None)
    if not operations:
        raise InvalidArgument(
            argument="query", problem="it has no operation", expected="a query, such as { … }"
        )
    if name is None and len(operations) > 1:
        raise InvalidArgument(
            argument="operationName",
            problem=f"the document has {len(operations)} operations and none is named",
            expected="one of " + ", ".join(names),
        )
    if name is not None and name not in operations:
        raise NotFound(kind="operation", given=name, nearest=names)
    return operations[name] if name is not None else next(iter(operations.values()))


def _check_kind(kind: OperationType, allowed: Sequence[OperationType]) -> None:
    if kind not in allowed:
        raise InvalidRequest(
            code="OPERATION_NOT_ALLOWED",
            part="query",
            problem=f"it asks for a {kind.value}",
            expected="a " + " or a ".join(each.value for each in allowed),
        )


def _refuse(errors: Sequence[GraphQLError], kind: OperationType | None) -> Answer:
    return Answer({"errors": [error.formatted for error in errors]}, kind)

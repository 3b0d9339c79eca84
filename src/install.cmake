# What is installed, and what `make package` makes of it. Read by src/CMakeLists.txt.

set(root ${PROJECT_SOURCE_DIR})
set(ZSUP_ZSH_COMPLETIONS ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING
    "Where zsh finds completions, below the prefix")

install(TARGETS zsup RUNTIME)
install(FILES command/completions/zsup.bash RENAME zsup
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES command/completions/_zsup DESTINATION ${ZSUP_ZSH_COMPLETIONS})
install(FILES command/completions/zsup.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(DIRECTORY ${root}/schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/zsup
        FILES_MATCHING PATTERN *.schema.json)
file(GLOB pages CONFIGURE_DEPENDS ${root}/docs/*.md)
install(FILES ${root}/README.md ${root}/README.zh-CN.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)

if(NOT ZSUP_DEB)
  install(FILES ${root}/docs/zsup.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${root}/docs/zsup.zh_CN.1 RENAME zsup.1
          DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1)
  install(FILES ${root}/LICENSE ${root}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
  return()
endif()

# A package of Debian's has its manual pages and changelogs compressed, and says who may copy it in a
# file of its own.
string(TIMESTAMP released "%a, %d %b %Y %H:%M:%S +0000" UTC)  # heeds SOURCE_DATE_EPOCH
set(CPACK_PACKAGE_CONTACT "zsup maintainers <zsup@example.org>" CACHE STRING
    "The package's maintainer: name <address>")
set(release 1)
set(made ${CMAKE_CURRENT_BINARY_DIR}/deb)
file(WRITE ${made}/changelog.Debian "zsup (${PROJECT_VERSION}-${release}) unstable; urgency=low

  * What is new in zsup ${PROJECT_VERSION} is told in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  ${released}
")
file(WRITE ${made}/copyright "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: zsup

Files: *
Copyright: 2026 the zsup authors
License: Apache-2.0

License: Apache-2.0
 Licensed under the Apache License, Version 2.0; you may not use these files
 except in compliance with the License.
 .
 Unless required by applicable law or agreed to in writing, software
 distributed under the License is distributed on an \"AS IS\" BASIS, WITHOUT
 WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the
 License for the specific language governing permissions and limitations
 under the License.
 .
 On Debian systems, the full text of the Apache License, Version 2.0 can be
 found in \"/usr/share/common-licenses/Apache-2.0\".
")
# It is in no archive, and so closes no report there.
file(WRITE ${made}/overrides "zsup: initial-upload-closes-no-bugs\n")
install(FILES ${made}/overrides RENAME zsup DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides)
function(install_compressed file destination name)
  string(MD5 key "${destination}/${name}")
  set(output ${made}/${key}/${name})
  add_custom_command(OUTPUT ${output} DEPENDS ${file}
                     COMMAND ${CMAKE_COMMAND} -E make_directory ${made}/${key}
                     COMMAND gzip -9nc ${file} > ${output})
  add_custom_target(compress_${key} ALL DEPENDS ${output})
  install(FILES ${output} DESTINATION ${destination})
endfunction()
install_compressed(${root}/docs/zsup.1 ${CMAKE_INSTALL_MANDIR}/man1 zsup.1.gz)
install_compressed(${root}/docs/zsup.zh_CN.1 ${CMAKE_INSTALL_MANDIR}/zh_CN/man1 zsup.1.gz)
install_compressed(${root}/CHANGELOG.md ${CMAKE_INSTALL_DOCDIR} changelog.gz)
install_compressed(${made}/changelog.Debian ${CMAKE_INSTALL_DOCDIR} changelog.Debian.gz)
install(FILES ${made}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zsup)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "check, score and write up accountability records in Git")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "zsup is for the offices that supervise leading officials of their own level.
Who leads what, who owes which duty by when, what was reported and what
inspections found are plain YAML records in Git. From these records zsup
derives what is overdue, what a quarter scores and why, the letters that go
out, and the statistics that are reported upward.

Chinese and English; completions for bash, zsh and fish.")
set(CPACK_DEBIAN_PACKAGE_RELEASE ${release})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ
    GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
